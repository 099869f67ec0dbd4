import { joinClasses } from "./join-classes.ts";

export type EvidenceRow = {
  label: string;
  /** Null is "not recorded". */
  value: string | number | null;
  unit?: string | null;
  /** What it is held against. */
  limit?: string | number | null;
};

/** The numbers behind a verdict, a row each. */
export function EvidenceList({
  rows,
  limitWord = "limit",
  unknownWord = "not recorded",
  className,
}: {
  rows: readonly EvidenceRow[];
  limitWord?: string;
  unknownWord?: string;
  className?: string;
}) {
  return (
    <dl className={joinClasses("divide-y divide-line border-y border-line text-sm", className)}>
      {rows.map((row) => (
        <div key={row.label} className="flex items-baseline justify-between gap-6 py-1.5">
          <dt className="text-ink-soft">{row.label}</dt>
          <dd className="text-right whitespace-nowrap">
            {row.value === null ? (
              <span className="text-ink-soft">{unknownWord}</span>
            ) : (
              <>
                <span className="type-figure">{row.value}</span>
                {row.unit ? <span className="text-ink-soft"> {row.unit}</span> : null}
              </>
            )}
            {row.limit === null || row.limit === undefined ? null : (
              <span className="text-ink-soft">
                {" "}
                · {typeof row.limit === "number" ? `${limitWord} ` : null}
                <span className="type-figure">{row.limit}</span>
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
