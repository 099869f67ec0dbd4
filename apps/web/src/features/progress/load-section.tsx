import { Chart } from "@repo/ui/chart";
import { describeLoad, loadPicture, loadSentence } from "@repo/ui/charts";
import { EmptyState } from "@repo/ui/empty-state";
import { Explain } from "@repo/ui/explain";
import { LinkButton } from "@repo/ui/link-button";
import { Section } from "@repo/ui/section";
import { Link } from "#components/link.tsx";
import type { ProgressData } from "./progress-view.tsx";

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
  const options = { today: progress.today };
  return (
    <Section title="Load" note={points.length === 1 ? "1 day" : `${points.length} days`}>
      <p className="mb-3 max-w-prose">{loadSentence(describeLoad(points, progress.today))}</p>
      {points.length === 1 ? (
        <p className="mb-3 max-w-prose text-ink-soft">
          One day is a point. A line begins with the second day, and form with the morning after the first;
          fitness says something of you after six weeks, sooner if you import what your watch has kept.
        </p>
      ) : null}
      <Chart
        label="Fitness, fatigue and form by day"
        picture={loadPicture(points, { width: 960, height: 300, ...options })}
        narrow={loadPicture(points, { width: 358, height: 240, ...options })}
      />
      <Explain sources={[{ label: "Banister 1991" }, { label: "docs/science.md, Load" }]}>
        Every session gets a load: 100 is an hour at threshold. Fitness is that load smoothed over 42 days,
        fatigue over 7; form is yesterday's fitness less yesterday's fatigue. They say what you did, not what
        you can do. Days without any entry are rest at first and unknown after a while.
      </Explain>
    </Section>
  );
}
