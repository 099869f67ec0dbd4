"use client";

import { Chart } from "./chart.tsx";
import {
  bandPicture,
  loadPicture,
  profilePicture,
  profileSvg,
  ribbonPicture,
  ribbonSvg,
  sparkSvg,
  squaresSvg,
  tracePicture,
} from "./charts/index.ts";
import {
  BROKEN_TEMPO,
  exampleBand,
  exampleLoad,
  exampleRibbon,
  GALLERY_TODAY,
  HILL_SPRINTS,
  LONG_PROGRESSION,
  SPARK,
  SPARK_WITH_GAPS,
  SQUARES,
  TEN_TIMES_400,
  TRACE,
} from "./gallery-data.ts";
import { InlineChart } from "./inline-chart.tsx";
import { Section } from "./section.tsx";

const NO_SEASON = { weeks: [], races: [], today: GALLERY_TODAY };
const pace = (value: number) =>
  `${Math.floor(value / 60)}:${String(Math.round(value % 60)).padStart(2, "0")}`;

export function GalleryCharts({ id }: { id: string }) {
  return (
    <>
      <GalleryRibbons id={id} />
      <GalleryProfiles id={id} />
      <GalleryLoads id={id} />
      <GalleryBands id={id} />
      <GalleryTraces id={id} />
    </>
  );
}

function GalleryRibbons({ id }: { id: string }) {
  const season = exampleRibbon(19);
  return (
    <Section title="Season ribbon" note="1200 × 130, a phone's, a row's, none">
      <Chart
        label="Season, kilometres a week"
        picture={ribbonPicture(season, { width: 1000, height: 130, id: `${id}-ribbon` })}
        narrow={ribbonPicture(season, { width: 350, height: 56, id: `${id}-ribbon-narrow` })}
      />
      <div className="mt-4 flex flex-wrap items-end gap-6">
        {[3, 11, 19, 26].map((done) => (
          <InlineChart
            key={done}
            svg={ribbonSvg(exampleRibbon(done, done), { width: 160, height: 36, id: `${id}-row-${done}` })}
          />
        ))}
        <InlineChart svg={ribbonSvg(NO_SEASON, { width: 160, height: 36, id: `${id}-row-none` })} />
      </div>
    </Section>
  );
}

function GalleryProfiles({ id }: { id: string }) {
  return (
    <Section title="Workout profile" note="by time, by distance, with an axis">
      <div className="grid gap-6 sm:grid-cols-2">
        <Chart
          label="10 × 400 m"
          picture={profilePicture(TEN_TIMES_400, { width: 440, height: 110, axis: true, id: `${id}-p1` })}
        />
        <Chart
          label="Long run with a fast end"
          picture={profilePicture(LONG_PROGRESSION, {
            width: 330,
            height: 96,
            axis: true,
            by: "distance",
            id: `${id}-p2`,
          })}
        />
      </div>
      <div className="mt-4 flex flex-wrap gap-6">
        <InlineChart svg={profileSvg(BROKEN_TEMPO, { width: 110, height: 24, id: `${id}-p3` })} />
        <InlineChart svg={profileSvg(HILL_SPRINTS, { width: 110, height: 24, id: `${id}-p4` })} />
        <InlineChart svg={profileSvg([], { width: 110, height: 24, id: `${id}-p5` })} />
      </div>
    </Section>
  );
}

const SPEED = { label: "Pace", say: (mps: number) => `${pace(1_000 / mps)}/km` };

function GalleryTraces({ id }: { id: string }) {
  const heartless = TRACE.map((point) => ({ ...point, hrBpm: null }));
  return (
    <Section title="Session" note="a lost strap; none at all">
      <Chart
        label="The session over its time"
        picture={tracePicture(TRACE, { width: 900, height: 260, speed: SPEED, id: `${id}-trace` })}
        narrow={tracePicture(TRACE, { width: 350, height: 240, speed: SPEED, id: `${id}-trace-narrow` })}
      />
      <Chart
        label="Pace alone"
        className="mt-4"
        picture={tracePicture(heartless, { width: 440, height: 140, speed: SPEED, id: `${id}-trace-pace` })}
      />
    </Section>
  );
}

function GalleryLoads({ id }: { id: string }) {
  const load = exampleLoad(180);
  const wide = { width: 900, height: 260, today: GALLERY_TODAY };
  return (
    <Section title="Load" note="half a year with unknown days; ten years; none">
      <Chart
        label="Fitness, fatigue and form"
        picture={loadPicture(load, { ...wide, id: `${id}-load` })}
        narrow={loadPicture(load, { ...wide, width: 350, height: 210, id: `${id}-load-narrow` })}
      />
      <div className="mt-4 grid gap-6 sm:grid-cols-2">
        <Chart
          label="Ten years"
          picture={loadPicture(exampleLoad(3650), {
            ...wide,
            width: 330,
            height: 150,
            id: `${id}-load-long`,
          })}
          hideTable
        />
        <Chart
          label="No days yet"
          picture={loadPicture([], { ...wide, width: 440, height: 180, id: `${id}-load-none` })}
          hideTable
        />
      </div>
    </Section>
  );
}

function GalleryBands({ id }: { id: string }) {
  return (
    <Section title="Values and their bands" note="HRV, 5K with its interval, sparks, the last 14 days">
      <div className="grid gap-6 sm:grid-cols-2">
        <Chart
          label="HRV"
          picture={bandPicture(exampleBand(60, 68, 9), {
            width: 330,
            height: 150,
            unit: "ms",
            valueLabel: "HRV",
            title: "HRV",
            id: `${id}-hrv`,
          })}
        />
        <Chart
          label="5K estimate"
          picture={bandPicture(exampleBand(120, 1262, 14), {
            width: 330,
            height: 150,
            colour: "fitness",
            inverted: true,
            formatValue: pace,
            title: "5K estimate",
            id: `${id}-5k`,
          })}
        />
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-6">
        <InlineChart svg={sparkSvg(SPARK, { width: 120, height: 28, id: `${id}-s1` })} />
        <InlineChart
          svg={sparkSvg(SPARK_WITH_GAPS, { width: 120, height: 28, colour: "fatigue", id: `${id}-s2` })}
        />
        <InlineChart svg={sparkSvg([null, null], { width: 120, height: 28, id: `${id}-s3` })} />
        <InlineChart svg={squaresSvg(SQUARES, { width: 14 * 18, height: 16, id: `${id}-sq` })} />
      </div>
    </Section>
  );
}
