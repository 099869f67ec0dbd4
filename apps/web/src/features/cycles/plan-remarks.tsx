import { Disclosure } from "@repo/ui/disclosure";
import type { RouterOutputs } from "#trpc/root.ts";
import { DAYS } from "./cycle-data.ts";

type Remark = RouterOutputs["cycles"]["readPlan"]["remarks"][number];

/** Places told by name; of the others the number. */
const TOLD = 4;

/** Line by line, what of a plan was kept as words only, and what was filled in. */
export function PlanRemarks({ remarks, days }: { remarks: readonly Remark[]; days: number }) {
  const missed = remarks.filter(({ kind }) => kind === "not-understood");
  const assumed = remarks.filter(({ kind }) => kind === "assumed");
  return (
    <section aria-label="What was not understood">
      <h2 className="type-title pb-2">
        {days === 0
          ? "Every day is understood"
          : `Not fully understood: ${days} ${days === 1 ? "day" : "days"}`}
      </h2>
      {missed.length > 0 ? <Remarks label="Not understood" remarks={missed} /> : null}
      {assumed.length > 0 ? (
        <Disclosure summary={`What was filled in (${assumed.length})`} className="mt-3">
          <Remarks label="Filled in" remarks={assumed} />
        </Disclosure>
      ) : null}
    </section>
  );
}

function Remarks({ label, remarks }: { label: string; remarks: readonly Remark[] }) {
  return (
    <ul aria-label={label} className="divide-y divide-line border-y border-line">
      {remarks.map(({ text, note, places }) => (
        <li key={text + note} className="py-2.5 text-sm">
          {text ? <p className="font-semibold whitespace-pre-line">{text}</p> : null}
          <p>{note}</p>
          {places.length > 0 ? <p className="type-narrow text-ink-soft">{placesWords(places)}</p> : null}
        </li>
      ))}
    </ul>
  );
}

function placesWords(places: Remark["places"]): string {
  const told = places.slice(0, TOLD).map(({ week, day }) => `week ${week + 1}, ${DAYS[day]}`);
  const more = places.length - told.length;
  const words = [...told, more > 0 ? `and ${more} more` : null].filter(Boolean).join("; ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
