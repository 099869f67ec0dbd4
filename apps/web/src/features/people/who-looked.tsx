import { Section } from "@repo/ui/section";
import { Day } from "#components/day.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { words } from "#words.ts";

const SHOWN = 30;

/** Who opened check-ins or health, and on which day. */
export function WhoLooked({ looks }: { looks: RouterOutputs["people"]["looks"] }) {
  return (
    <Section title="Who looked" note="at your check-ins and health, once a day each">
      {looks.length === 0 ? (
        <p className="text-sm text-ink-soft">Nobody has opened them yet.</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {looks.slice(0, SHOWN).map((look) => (
            <li key={look.id} className="flex items-baseline justify-between gap-4 py-2.5">
              <span>
                {look.name ?? "Somebody who left"}{" "}
                <span className="text-ink-soft">{words("scope", look.scope).toLowerCase()}</span>
              </span>
              <span className="text-sm text-ink-soft">
                <Day iso={String(look.at)} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
