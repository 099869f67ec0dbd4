import { layoutBand } from "./band-layout.ts";
import { bandTable } from "./band-summary.ts";
import { type BandOptions, bandSvg } from "./band-svg.ts";
import type {
  BandPoint,
  ChartSpot,
  ChartTable,
  LoadPoint,
  ProfileStep,
  RibbonData,
  TracePoint,
} from "./data-shapes.ts";
import { layoutLoad } from "./load-layout.ts";
import { loadTable } from "./load-summary.ts";
import { type LoadOptions, loadSvg } from "./load-svg.ts";
import { layoutProfile } from "./profile-layout.ts";
import { profileTable } from "./profile-summary.ts";
import { type ProfileOptions, profileSvg } from "./profile-svg.ts";
import { layoutRibbon } from "./ribbon-layout.ts";
import { ribbonTable } from "./ribbon-summary.ts";
import { type RibbonOptions, ribbonSvg } from "./ribbon-svg.ts";
import { layoutTrace } from "./trace-layout.ts";
import { traceTable } from "./trace-summary.ts";
import { type TraceOptions, traceSvg } from "./trace-svg.ts";

/** All that the chart component needs: the picture, where its points are, and the same numbers as rows. */
export type ChartPicture = {
  svg: string;
  width: number;
  height: number;
  spots: ChartSpot[];
  table: ChartTable;
};

type Layout = { width: number; height: number; spots: ChartSpot[] };

function picture({ width, height, spots }: Layout, svg: string, table: ChartTable): ChartPicture {
  const short = spots.map((spot) => ({
    x: Math.round(spot.x * 10) / 10,
    y: spot.y === null ? null : Math.round(spot.y * 10) / 10,
  }));
  return { svg, width, height, spots: short, table };
}

export function ribbonPicture(data: RibbonData, options: RibbonOptions): ChartPicture {
  return picture(
    layoutRibbon(data, options, options),
    ribbonSvg(data, { fluid: true, ...options }),
    ribbonTable(data),
  );
}

export function profilePicture(steps: readonly ProfileStep[], options: ProfileOptions): ChartPicture {
  return picture(
    layoutProfile(steps, options, options),
    profileSvg(steps, { fluid: true, ...options }),
    profileTable(steps, options.unit),
  );
}

export function loadPicture(points: readonly LoadPoint[], options: LoadOptions): ChartPicture {
  return picture(
    layoutLoad(points, options, options),
    loadSvg(points, { fluid: true, ...options }),
    loadTable(points),
  );
}

export function bandPicture(
  points: readonly BandPoint[],
  options: BandOptions & { valueLabel?: string },
): ChartPicture {
  const table = bandTable(points, options.valueLabel, options.unit);
  return picture(layoutBand(points, options, options), bandSvg(points, { fluid: true, ...options }), table);
}

export function tracePicture(points: readonly TracePoint[], options: TraceOptions): ChartPicture {
  const table = traceTable(points, options.speed);
  return picture(layoutTrace(points, options), traceSvg(points, { fluid: true, ...options }), table);
}
