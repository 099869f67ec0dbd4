import { Section } from "@repo/ui/section";
import { Link } from "#components/link.tsx";
import type { RouterOutputs } from "#trpc/root.ts";

type Links = RouterOutputs["reports"]["listOfAthlete"];

const KINDS = [
  { kind: "race", title: "Races ahead" },
  { kind: "week", title: "Weeks" },
  { kind: "block", title: "Blocks" },
] as const;

/** The reports that there are of an athlete, each opening in its own page. */
export function ReportLinks({ links }: { links: Links }) {
  return (
    <Section title="Reports">
      <div className="flex flex-col gap-4">
        {KINDS.map(({ kind, title }) => {
          const own = links.filter((link) => link.kind === kind);
          return own.length === 0 ? null : (
            <div key={kind}>
              <h3 className="type-label text-ink-soft">{title}</h3>
              <ul className="mt-1 flex flex-col">
                {own.map(({ path, label }) => (
                  <li key={path}>
                    <Link
                      href={path}
                      className="inline-flex min-h-7 items-center text-sm font-semibold hover:underline"
                    >
                      {label}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </Section>
  );
}
