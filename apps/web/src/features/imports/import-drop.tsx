"use client";

import { ErrorState } from "@repo/ui/error-state";
import { FileDrop } from "@repo/ui/file-drop";
import { ProgressBar } from "@repo/ui/progress-bar";
import { useImport } from "./use-import.ts";

const ACCEPTED = [".fit", ".tcx", ".gpx", ".gz", ".zip", ".csv", ".tsv", ".json"];

/** Where files go in: as many as there are, of any size. */
export function ImportDrop() {
  const { run, progress, faults } = useImport();
  return (
    <div className="space-y-4">
      <FileDrop
        label="Drop files here"
        hint="FIT, TCX, GPX, as many as you like; the export of Strava, Garmin or Runkeeper as the zip it is; a log or HRV measurements as CSV; your history from here"
        accept={ACCEPTED}
        onFiles={(files) => void run(files)}
        isDisabled={progress !== null}
      />
      <div role="status" aria-live="polite">
        {progress ? (
          <>
            <p className="flex justify-between gap-4 text-sm">
              <span className="truncate">{progress.current || "sending"}</span>
              <b className="type-figure whitespace-nowrap">{sentWords(progress)}</b>
            </p>
            <ProgressBar label="Sent" value={progress.sentBytes} max={Math.max(progress.totalBytes, 1)} />
            <p className="text-sm text-ink-soft">Keep this page open until everything is sent.</p>
          </>
        ) : null}
      </div>
      {faults.length > 0 ? (
        <ErrorState
          title={faults.length === 1 ? "One file did not arrive" : `${faults.length} files did not arrive`}
        >
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </ErrorState>
      ) : null}
    </div>
  );
}

const KB = 1024;

/** Sent of all, both in the unit in which all of it can be read. */
function sentWords({ sentBytes, totalBytes }: { sentBytes: number; totalBytes: number }): string {
  const [unit, bytes, digits] = totalBytes < KB * KB ? ["kB", KB, 0] : ["MB", KB * KB, 1];
  const amount = (size: number) => (size / Number(bytes)).toFixed(Number(digits));
  return `${amount(sentBytes)} of ${amount(totalBytes)} ${unit} sent`;
}
