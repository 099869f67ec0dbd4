import { Badge, type BadgeTone } from "@repo/ui/badge";
import { Disclosure } from "@repo/ui/disclosure";
import { EmptyState } from "@repo/ui/empty-state";
import { Day } from "#components/day.tsx";
import { Link } from "#components/link.tsx";
import { TwinQuestion } from "#components/twin-question.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { FinishImport } from "./finish-import.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { UndoImport } from "./undo-import.tsx";

type Batch = RouterOutputs["imports"]["list"][number];
type ImportedFile = Batch["files"][number];

/** Every import with what became of each of its files. */
export function ImportsView({ batches }: { batches: Batch[] }) {
  if (batches.length === 0) {
    return (
      <EmptyState title="What became of each file stands here">
        Nothing was imported yet. Originals are kept, the same file twice changes nothing, and a whole import
        can be taken back.
      </EmptyState>
    );
  }
  return (
    <ol className="divide-y divide-line border-y border-line">
      {batches.map((batch, index) => (
        <li key={batch.id} className="py-4">
          <div className="flex flex-wrap items-start justify-between gap-3">
            <div>
              <h3 className="type-lead">{batch.label ?? `${batch.total} files`}</h3>
              <p className="text-sm text-ink-soft">
                <Day iso={String(batch.createdAt)} />, {sumOf(batch)}
              </p>
            </div>
            {batch.state === "done" || batch.state === "pending" ? (
              <div className="flex gap-2">
                {batch.state === "pending" ? <FinishImport batchId={batch.id} /> : null}
                {broughtSomething(batch) ? <UndoImport batchId={batch.id} /> : null}
              </div>
            ) : null}
          </div>
          {batch.state === "running" ? (
            <ImportProgress batchId={batch.id} isArchive={isArchive(batch)} />
          ) : null}
          <BatchFiles batch={batch} isLatest={index === 0} />
        </li>
      ))}
    </ol>
  );
}

/** What wants a look stands open: questions, files that were no use. The rest is one press away. */
function BatchFiles({ batch, isLatest }: { batch: Batch; isLatest: boolean }) {
  const { files, state } = batch;
  const wants = state === "undone" ? [] : files.filter(wantsALook);
  const rest = files.filter((file) => !wants.includes(file));
  const rows = (shown: readonly ImportedFile[]) => (
    <ul className="divide-y divide-line text-sm">
      {shown.map((file) => (
        <FileRow key={`${file.position}:${file.entry}`} file={file} batch={batch} />
      ))}
    </ul>
  );
  const isOpen = isLatest && state !== "undone" && wants.length === 0;
  return (
    <>
      {wants.length > 0 ? <div className="mt-2">{rows(wants)}</div> : null}
      {rest.length > 0 ? (
        <Disclosure
          summary={
            wants.length > 0
              ? rest.length === 1
                ? "The other file"
                : `The other ${rest.length} files`
              : "Each file"
          }
          open={isOpen}
          className="mt-1"
        >
          {rows(rest)}
          {batch.moreFiles > 0 ? (
            <p className="py-2 text-sm text-ink-soft">
              and {batch.moreFiles.toLocaleString("en")} more, all without a fault
            </p>
          ) : null}
        </Disclosure>
      ) : null}
    </>
  );
}

function wantsALook({ twin, outcome }: ImportedFile): boolean {
  return twin !== null || outcome === "failed";
}

const TONES: Record<ImportedFile["outcome"], BadgeTone> = {
  added: "good",
  updated: "good",
  duplicate: "neutral",
  failed: "track",
  skipped: "neutral",
};

const OUTCOMES: Record<ImportedFile["outcome"], string> = {
  added: "Added",
  updated: "Joined",
  duplicate: "Here already",
  failed: "Not usable",
  skipped: "Left out",
};

function FileRow({ file, batch }: { file: ImportedFile; batch: Batch }) {
  const isUndone = batch.state === "undone";
  return (
    <li className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[7rem_minmax(0,14rem)_minmax(0,1fr)]">
      <span>
        {file.twin ? (
          <Badge tone="attention">Same run?</Badge>
        ) : (
          <Badge tone={TONES[file.outcome]}>{OUTCOMES[file.outcome]}</Badge>
        )}
      </span>
      {file.activityId && !isUndone ? (
        <Link href={`/activities/${file.activityId}`} className="truncate underline">
          {file.name}
        </Link>
      ) : (
        <span className="truncate" title={file.name}>
          {file.name}
        </span>
      )}
      <span className="text-ink-soft">
        {file.isPartial ? "Partly read. " : ""}
        {file.message}
        {file.outcome === "updated" && file.activityId && !isUndone
          ? " It completed what you had logged; open it to keep both."
          : null}
        {file.lines.length > 0 && !isUndone ? <Lines file={file} /> : null}
        {file.twin ? (
          <TwinQuestion
            twin={file.twin}
            name={file.name}
            place={{ batchId: batch.id, position: file.position, entry: file.entry }}
          />
        ) : null}
      </span>
    </li>
  );
}

/** What was repaired, assumed, left out or found twice in a log. */
function Lines({ file: { lines, moreLines } }: { file: ImportedFile }) {
  return (
    <Disclosure summary={lines.length === 1 ? "One line" : "Line by line"} className="mt-1">
      <ul className="list-disc space-y-1 pl-5">
        {lines.map(({ line, text }) => (
          <li key={`${line}${text}`}>
            Line {line}: {text}
          </li>
        ))}
        {moreLines > 0 ? <li>and {moreLines} more</li> : null}
      </ul>
    </Disclosure>
  );
}

/** Where everything was here already, there is nothing to take back. */
function broughtSomething({ state, added, updated, twins }: Batch): boolean {
  return state === "pending" || added + updated + twins > 0;
}

function isArchive({ label }: Batch): boolean {
  return /\.zip$/i.test(label ?? "");
}

function sumOf({ state, added, updated, duplicates, failed, twins, files }: Batch): string {
  if (state === "undone") return "taken back";
  if (state === "pending") return "not all of it was sent";
  if (state === "failed") return "nothing arrived";
  const [only, ...others] = files;
  // One log of years is one file; what it brought is what counts.
  const isLog = only?.outcome === "added" && only.activityId === null && others.length === 0;
  if (isLog && only.message) return only.message;
  const parts = [
    [added, "added"],
    [updated, "joined with what you had logged"],
    [duplicates, "here already"],
    [failed, "not usable"],
    [twins, twins === 1 ? "needs your word" : "need your word"],
  ] as const;
  return (
    parts
      .filter(([count]) => count > 0)
      .map(([count, word]) => `${count} ${word}`)
      .join(", ") || (state === "running" ? "just begun" : "nothing new")
  );
}
