import { Chart } from "@repo/ui/chart";
import { dayLabel, describeLoad, loadPicture, loadSentence } from "@repo/ui/charts";
import { EmptyState } from "@repo/ui/empty-state";
import { Explain } from "@repo/ui/explain";
import { LinkButton } from "@repo/ui/link-button";
import { Section } from "@repo/ui/section";
import { Link } from "#components/link.tsx";
import type { ProgressData } from "./progress-view.tsx";
import { weekEnds } from "./week-ends.ts";

/** Beyond two years a point a day is finer than the picture, and its table longer than anybody reads. */
const LONG_DAYS = 740;

/** Fitness, fatigue and form over time. */
export function LoadSection({ progress }: { progress: ProgressData }) {
  const points = progress.load.map(({ date, load, fitness, fatigue, form, quality }) => ({
    date,
    load,
    // A smoothed load of nothing known is not zero: it is not known, as form is.
    fitness: quality === "gap" ? null : fitness,
    fatigue: quality === "gap" ? null : fatigue,
    form,
  }));
  if (points.length === 0) {
    return (
      <Section title="Load">
        <EmptyState
          title="Fitness, fatigue and form stand here"
          action={
            <LinkButton as={Link} href="/imports" variant="solid">
              Import files
            </LinkButton>
          }
        >
          They begin with your first session. Import what your watch has kept, and the years behind you
          appear.
        </EmptyState>
      </Section>
    );
  }
  if (points.every(({ fitness }) => fitness === null)) {
    const last = progress.standing.lastActivityOn;
    return (
      <Section title="Load" note={daysWord(points.length)}>
        <p className="max-w-prose">
          Nothing is known of these days
          {last ? `: your last session was on ${dayLabel(last, undefined, true)}` : ""}. A longer range shows
          what was before.
        </p>
      </Section>
    );
  }
  const said = loadSentence(describeLoad(points, progress.today));
  const isLong = points.length > LONG_DAYS;
  const drawn = isLong ? weekEnds(points) : points;
  const options = { today: progress.today, desc: said, everyDays: isLong ? 7 : 1 };
  return (
    <Section
      title="Load"
      note={isLong ? `${drawn.length} weeks, a point at the end of each` : daysWord(points.length)}
    >
      <p className="mb-3 max-w-prose">{said}</p>
      {points.length === 1 ? (
        <p className="mb-3 max-w-prose text-ink-soft">
          One day is a point. A line begins with the second day, and form with the morning after the first;
          fitness says something of you after six weeks, sooner if you import what your watch has kept.
        </p>
      ) : null}
      <Chart
        label="Fitness, fatigue and form by day"
        picture={loadPicture(drawn, { width: 960, height: 300, ...options })}
        narrow={loadPicture(drawn, { width: 358, height: 240, ...options })}
      />
      <Explain sources={[{ label: "Banister 1991" }, { label: "docs/science.md, Load" }]}>
        Every session gets a load: 100 is an hour at threshold. Fitness is that load smoothed over 42 days,
        fatigue over 7; form is yesterday's fitness less yesterday's fatigue. They say what you did, not what
        you can do. Days without any entry are rest at first and unknown after a while.
      </Explain>
    </Section>
  );
}

function daysWord(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}
