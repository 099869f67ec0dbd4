import { formatExercises, type StrengthSession, strengthDurationS } from "@repo/core/strength";
import { Disclosure } from "@repo/ui/disclosure";
import { Section } from "@repo/ui/section";
import { memo } from "react";
import { sourceWords } from "#words/sources.ts";
import { words } from "#words.ts";

/** Sessions without running: strength, plyometrics, drills, activation, mobility, prehab, each with its doses. */
export const StrengthList = memo(function StrengthList({
  sessions,
}: {
  sessions: readonly StrengthSession[];
}) {
  if (sessions.length === 0) return null;
  return (
    <Section
      title="Strength, drills and mobility"
      note={sessions.length === 1 ? "one session" : `${sessions.length} sessions`}
    >
      <ul className="grid gap-x-10 border-t border-line lg:grid-cols-2">
        {sessions.map((session) => (
          <li key={session.id} className="border-b border-line py-4 [content-visibility:auto]">
            <h3 className="type-lead">{session.title}</h3>
            <p className="type-narrow text-xs text-ink-soft">{detailOf(session)}</p>
            <p className="mt-1.5 text-sm">{session.purpose}</p>
            <Disclosure summary={`${session.sets.length} exercises`} className="mt-1.5">
              <ul className="space-y-1 text-sm">
                {formatExercises(session.sets)
                  .split("\n")
                  .map((line) => (
                    <li key={line}>{line}</li>
                  ))}
              </ul>
            </Disclosure>
          </li>
        ))}
      </ul>
    </Section>
  );
});

function detailOf(session: StrengthSession): string {
  const { perWeekLow, perWeekHigh } = session;
  const often = perWeekLow === perWeekHigh ? `${perWeekHigh}` : `${perWeekLow} to ${perWeekHigh}`;
  return [
    words("kind", session.kind),
    session.load,
    session.place === "track" ? "outside" : `at the ${session.place}`.replace("the home", "home"),
    `from ${words("level", session.level).toLowerCase()}`,
    `${Math.round(strengthDurationS(session) / 60)} min`,
    `${often} a week`,
    ...(session.fresh ? ["on fresh legs"] : []),
    sourceWords(session.source),
    ...(session.ownNumbers ? ["our figures"] : []),
  ].join(" · ");
}
