import { type ColourName, type Palette, paint } from "./palette.ts";

/** A fluid chart grows this far beyond its drawn size: its words would become shouting. */
export const MOST_GROWTH = 1.2;

export const CHART_FONT = "'Archivo Variable', Archivo, 'Helvetica Neue', Arial, sans-serif";

type Attributes = Record<string, string | number | null | undefined>;

export function escapeXml(text: string): string {
  return text
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}

/** A pixel with at most two decimals. A number that is none is a bug of the layout and may not reach a page. */
export function px(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError("a chart may not draw a number that is not finite");
  return String(Math.round(value * 100) / 100 + 0);
}

export function el(tag: string, attributes: Attributes, content = ""): string {
  const text = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === "number" ? px(value) : escapeXml(String(value))}"`)
    .join("");
  return content === "" ? `<${tag}${text}/>` : `<${tag}${text}>${content}</${tag}>`;
}

export type TextOptions = {
  x: number;
  y: number;
  fill: string;
  size?: number;
  weight?: number;
  stretch?: number;
  anchor?: "start" | "middle" | "end";
};

export function textEl(text: string, options: TextOptions): string {
  const { x, y, fill, size = 11, weight = 500, stretch = 88, anchor = "start" } = options;
  return el(
    "text",
    {
      x,
      y,
      fill,
      "font-size": size,
      "font-weight": weight,
      "font-stretch": `${stretch}%`,
      "text-anchor": anchor === "start" ? null : anchor,
    },
    escapeXml(text),
  );
}

/** Narrow Archivo needs about half its size for a character; enough to know whether a label fits. */
export function textWidth(text: string, size = 11): number {
  return text.length * size * 0.54;
}

export type SvgOptions = {
  palette?: Palette;
  /** Accessible name. */
  title?: string;
  /** Accessible description; each chart writes its own numbers when this is left out. */
  desc?: string;
  /** Makes ids unique on a page with the same chart twice; made from the contents when left out. */
  id?: string;
  /** Fills its container's width and keeps its proportions; "grow" knows no limit, for charts without words. */
  fluid?: boolean | "grow";
};

function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

type Document = {
  width: number;
  height: number;
  title: string;
  desc: string;
  body: string;
  options: SvgOptions;
};

export function svgDocument({ width, height, title, desc, body, options }: Document): string {
  const id = options.id ?? `chart-${fingerprint(title + desc + body)}`;
  return el(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      role: "img",
      "aria-labelledby": `${id}-title`,
      "aria-describedby": `${id}-desc`,
      viewBox: `0 0 ${px(width)} ${px(height)}`,
      width: options.fluid ? "100%" : width,
      height: options.fluid ? null : height,
      style: fluidStyle(width, options.fluid),
      "font-family": CHART_FONT,
    },
    el("title", { id: `${id}-title` }, escapeXml(title)) +
      el("desc", { id: `${id}-desc` }, escapeXml(desc)) +
      body,
  );
}

function fluidStyle(width: number, fluid: SvgOptions["fluid"]): string {
  if (!fluid) return "display:block";
  return `display:block;height:auto${fluid === "grow" ? "" : `;max-width:${px(width * MOST_GROWTH)}px`}`;
}

export type Painter = (name: ColourName) => string;

export function painter(options: SvgOptions): Painter {
  return paint(options.palette ?? "css");
}
