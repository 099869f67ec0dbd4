"use client";

import { ErrorState } from "@repo/ui/error-state";
import { FileDrop } from "@repo/ui/file-drop";
import { useImport } from "./use-import.ts";

const ACCEPTED = [".fit", ".tcx", ".gpx", ".gz", ".csv", ".tsv"];

/** Where files go in: as many as there are, each with its own report. */
export function ImportDrop() {
  const { run, progress, faults } = useImport();
  return (
    <div className="space-y-4">
      <FileDrop
        label="Drop files here"
        hint="FIT, TCX and GPX, also gzipped, as many as you like; or a log as CSV (Runkeeper and others)"
        accept={ACCEPTED}
        onFiles={(files) => void run(files)}
        isDisabled={progress !== null}
      />
      <div role="status" aria-live="polite">
        {progress ? (
          <>
            <p className="flex justify-between gap-4 text-sm">
              <span className="truncate">{progress.current}</span>
              <b className="type-figure">
                {progress.done} of {progress.total}
              </b>
            </p>
            <progress
              aria-label="Files imported"
              className="h-2 w-full accent-ink"
              value={progress.done}
              max={progress.total}
            />
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
