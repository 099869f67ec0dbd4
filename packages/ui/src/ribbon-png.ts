import { Resvg } from "@resvg/resvg-js";
import {
  describeRibbon,
  type RibbonWeeks,
  ribbonOfWeeks,
  ribbonSentence,
  ribbonSvg,
} from "./charts/index.ts";

/** In points of the page or pixels of the mail. */
export const RIBBON_PNG = { width: 520, height: 56 };
/** Pictures are drawn larger than they are shown, so that they stay sharp on phones and paper. */
const SCALE = 2;

/** A season ribbon as a PNG for mails and PDFs, with the sentence that says the same in words. */
export function ribbonPng(season: RibbonWeeks, today: string, scale = SCALE): { png: Buffer; alt: string } {
  const data = ribbonOfWeeks(season, today);
  const svg = ribbonSvg(data, { ...RIBBON_PNG, palette: "light", labels: false });
  const picture = new Resvg(svg, {
    fitTo: { mode: "width", value: RIBBON_PNG.width * scale },
    // Without labels there is no text in it, and no font is looked for.
    font: { loadSystemFonts: false },
  });
  return { png: picture.render().asPng(), alt: ribbonSentence(describeRibbon(data)) };
}
