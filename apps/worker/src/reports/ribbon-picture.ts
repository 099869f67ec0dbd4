import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays } from "@repo/core/calendar";
import type { PhaseKind } from "@repo/core/season";
import type { DigestRibbon } from "@repo/services/reports";
import { CHART_FONT_FAMILY, writeChartFonts } from "@repo/ui/chart-fonts";
import { describeRibbon, type RibbonData, ribbonSentence, ribbonSvg } from "@repo/ui/charts";
import { Resvg } from "@resvg/resvg-js";

const SIZE = { width: 520, height: 56 };
/** Pictures are drawn at twice their size, so that they stay sharp on phones. */
const SCALE = 2;

let fontFiles: string[] | null = null;

/** A season ribbon as a PNG for mails, which show no SVG, with the sentence that says the same in words. */
export function ribbonPicture(ribbon: DigestRibbon, today: string): { base64: string; alt: string } {
  fontFiles ??= writeChartFonts(join(mkdtempSync(join(tmpdir(), "mesocycle-fonts-"))));
  const data: RibbonData = {
    today,
    races: ribbon.race ? [{ date: ribbon.race.date, name: ribbon.race.name ?? "Race", priority: "A" }] : [],
    weeks: ribbon.plannedKm.map((plannedKm, index) => ({
      start: addDays(ribbon.from, 7 * index),
      phase: (ribbon.phases[index] ?? null) as PhaseKind | null,
      plannedKm,
      doneKm: ribbon.doneKm[index] ?? null,
    })),
  };
  const svg = ribbonSvg(data, { ...SIZE, palette: "light", labels: false });
  const picture = new Resvg(svg, {
    fitTo: { mode: "width", value: SIZE.width * SCALE },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: CHART_FONT_FAMILY },
  });
  return { base64: picture.render().asPng().toString("base64"), alt: ribbonSentence(describeRibbon(data)) };
}
