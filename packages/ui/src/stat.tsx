import type { ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";

export type StatProps = {
  label: string;
  /** Already formatted for the reader; null when it cannot be known. */
  value: string | number | null;
  unit?: string;
  /** How good the number is: "n = 12, 3 Mar to 19 May". */
  note?: ReactNode;
  /** Why it is not known yet. */
  reason?: string;
  unknownWord?: string;
  tone?: "fitness" | "fatigue" | "form" | "track";
};

const TONES = {
  fitness: "text-fitness",
  fatigue: "text-fatigue",
  form: "text-form-text",
  track: "text-track",
};

export function Stat({ label, value, unit, note, reason, unknownWord = "Not known yet", tone }: StatProps) {
  return (
    <div className="min-w-0">
      <dt className="type-label text-ink-soft">{label}</dt>
      <dd className="mt-0.5">
        {value === null ? (
          <span className="text-sm text-ink-soft">
            {unknownWord}
            {reason ? `: ${reason}` : ""}
          </span>
        ) : (
          <span className="whitespace-nowrap">
            <span className={joinClasses("type-figure text-2xl leading-none", tone && TONES[tone])}>
              {value}
            </span>
            {unit ? <span className="type-narrow ml-1 text-sm text-ink-soft">{unit}</span> : null}
          </span>
        )}
        {note ? <span className="mt-1 block text-xs text-ink-soft">{note}</span> : null}
      </dd>
    </div>
  );
}

/** A row of figures; rules between, no boxes. */
export function StatRow({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-5 sm:flex sm:flex-wrap sm:gap-x-0 sm:*:border-l sm:*:border-line sm:*:px-6 sm:*:first:border-l-0 sm:*:first:pl-0">
      {children}
    </dl>
  );
}
