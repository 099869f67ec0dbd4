import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ReportBlock, ReportDocument, ReportPoint, ReportRibbon } from "@repo/services/reports";
import { RIBBON_PNG, ribbonPng } from "@repo/ui/ribbon-png";
import { openSync } from "fontkit";
import PDFDocument from "pdfkit";

const INK = "#1b1c20";
const SOFT = "#56575d";
const LINE = "#dfdbcf";
const TONES = { error: "#b3261e", warn: "#8a5a00", info: SOFT } as const;
const MARGIN = 50;
const FIGURES_A_ROW = 3;
/** Paper is finer than a screen. */
const PRINT_SCALE = 4;
/** Points that a heading leaves for what it stands over: column heads and a row, a ribbon, a title with its text. */
const ROOM = { table: 110, ribbon: 170, point: 50 };

/** Where the packages' fonts lie: the site runs in its own folder, its tests in the repository's. */
const FONT_HOME = [process.cwd(), join(process.cwd(), "apps", "web")]
  .map((folder) => join(folder, "node_modules"))
  .find((folder) => existsSync(join(folder, "dejavu-fonts-ttf")));
const FONTS = {
  regular: "@expo-google-fonts/archivo/400Regular/Archivo_400Regular.ttf",
  bold: "@expo-google-fonts/archivo/700Bold/Archivo_700Bold.ttf",
  "regular-wide": "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
  "bold-wide": "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
} as const;
/** What Archivo can write: Latin with all its accents, punctuation, the signs of numbers. */
const LATIN = /^[\u0020-\u024f\u1e00-\u1eff\u2010-\u2026\u20ac\u2122\u2212]*$/;

/** pdfkit takes a font that is open already; its types know only of files. */
type OpenFont = PDFKit.Mixins.PDFFontSource;
let fonts: [string, OpenFont][] | undefined;

/** Read once: to read them anew for each report was most of its cost. */
function openFonts(): [string, OpenFont][] {
  fonts ??= Object.entries(FONTS).map(([name, path]) => {
    return [name, openSync(join(FONT_HOME ?? "", path)) as unknown as OpenFont];
  });
  return fonts;
}

type Pdf = InstanceType<typeof PDFDocument>;
type Weight = "regular" | "bold";
type Structure = ReturnType<Pdf["struct"]>;
/** A document under way, with the part of its structure that takes what is written. */
type Page = { pdf: Pdf; structure: Structure; today: string; appUrl: string };

/** A report on paper: A4, with a structure that screen readers can follow, saying what page and mail say. */
export async function reportPdf(document: ReportDocument, appUrl: string): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    tagged: true,
    lang: "en",
    displayTitle: true,
    pdfVersion: "1.7",
    info: { Title: document.title, Subject: document.eyebrow },
  });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => pdf.on("end", resolve).on("error", reject));
  for (const [name, font] of openFonts()) pdf.registerFont(name, font);
  const structure = pdf.struct("Document");
  pdf.addStructure(structure);
  const page: Page = { pdf, structure, today: document.date, appUrl };
  write(page, document.eyebrow, { size: 10, colour: SOFT });
  write(page, document.title, { size: 22, weight: "bold", tag: "H1", gap: 2 });
  rule(page, INK, 1.5);
  for (const block of document.blocks) drawBlock(page, block);
  if (document.footnote) write(page, document.footnote, { size: 9, colour: SOFT, before: 14 });
  structure.end();
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}

function drawBlock(page: Page, block: ReportBlock): void {
  switch (block.kind) {
    case "lines":
      if (block.heading) heading(page, block.heading);
      for (const line of block.lines) write(page, line, { gap: 3 });
      return;
    case "links":
      heading(page, block.heading);
      for (const { label, path } of block.links)
        write(page, label, { gap: 3, link: `${page.appUrl}${path}` });
      return;
    case "figures":
      drawFigures(page, block.figures);
      return;
    case "table":
      drawTable(page, block);
      return;
    case "ribbon":
      drawRibbon(page, block.ribbon);
      return;
    case "person":
      heading(page, block.name, block.ribbon ? ROOM.ribbon : undefined);
      if (block.ribbon) drawRibbon(page, block.ribbon);
      for (const point of block.points) drawPoint(page, point);
      return;
  }
}

type Writing = {
  size?: number;
  weight?: Weight;
  colour?: string;
  tag?: "P" | "H1" | "H2";
  before?: number;
  gap?: number;
  link?: string;
};

function write({ pdf, structure }: Page, text: string, of: Writing = {}): void {
  const { size = 11, weight = "regular", colour = INK, tag = "P", before = 0, gap = 0, link } = of;
  pdf.y += before;
  const options = { structParent: structure, structType: tag, width: widthOf(pdf), lineGap: 1 };
  pdf
    .font(fontFor(text, weight))
    .fontSize(size)
    .fillColor(colour)
    .text(text, MARGIN, pdf.y, link ? { ...options, link, underline: true } : options);
  pdf.y += gap;
}

/** A heading does not stand alone at the foot of a page: what follows it needs some room, in points. */
function heading(page: Page, text: string, room = 60): void {
  keepTogether(page, room);
  write(page, text, { size: 13, weight: "bold", tag: "H2", before: 14, gap: 4 });
}

function keepTogether({ pdf }: Page, room: number): void {
  if (pdf.y > pdf.page.height - MARGIN - room) pdf.addPage();
}

function rule({ pdf }: Page, colour: string, width: number): void {
  pdf.markContent("Artifact", { type: "Layout" });
  pdf
    .moveTo(MARGIN, pdf.y + 4)
    .lineTo(pdf.page.width - MARGIN, pdf.y + 4)
    .lineWidth(width)
    .strokeColor(colour)
    .stroke();
  pdf.endMarkedContent();
  pdf.y += 14;
}

function drawFigures(page: Page, figures: Extract<ReportBlock, { kind: "figures" }>["figures"]): void {
  const { pdf } = page;
  pdf.y += 10;
  const width = widthOf(pdf) / FIGURES_A_ROW;
  for (let from = 0; from < figures.length; from += FIGURES_A_ROW) {
    if (pdf.y > pdf.page.height - MARGIN - 50) pdf.addPage();
    const top = pdf.y;
    let bottom = top;
    figures.slice(from, from + FIGURES_A_ROW).forEach(({ label, value, note }, index) => {
      const part = pdf.struct("P");
      page.structure.add(part);
      const at = MARGIN + index * width;
      const put = (text: string, size: number, weight: Weight, colour: string) =>
        pdf
          .font(fontFor(text, weight))
          .fontSize(size)
          .fillColor(colour)
          .text(text, at, pdf.y, { width: width - 12, structParent: part, structType: "Span" });
      pdf.y = top;
      put(label, 9, "regular", SOFT);
      put(value, 15, "bold", INK);
      if (note) put(note, 9, "regular", SOFT);
      part.end();
      bottom = Math.max(bottom, pdf.y);
    });
    pdf.y = bottom + 8;
  }
  pdf.x = MARGIN;
}

function drawTable(
  page: Page,
  { heading: title, columns, rows, note }: Extract<ReportBlock, { kind: "table" }>,
): void {
  const { pdf, structure } = page;
  heading(page, title, ROOM.table);
  const cell = (text: string, index: number, weight: Weight) => ({
    text,
    align: { x: columns[index]?.numeric ? ("right" as const) : ("left" as const) },
    font: { src: fontFor(text, weight), size: 9.5 },
    textColor: INK,
    padding: { top: 3, bottom: 3, left: 0, right: 8 },
    border: { top: 0, left: 0, right: 0, bottom: 0.5 },
    borderColor: LINE,
  });
  const head = columns.map(({ label }, index) => ({
    ...cell(label, index, "bold"),
    textColor: SOFT,
    type: "TH" as const,
  }));
  pdf.font("regular").fontSize(9.5);
  pdf.x = MARGIN;
  const element = pdf.struct("Table");
  structure.add(element);
  pdf.table({
    position: { x: MARGIN, y: pdf.y },
    maxWidth: widthOf(pdf),
    columnStyles: widthsOf(columns, rows).map((width) => ({ width })),
    structParent: element,
    data: [head, ...rows.map((row) => row.map((text, index) => cell(text, index, "regular")))],
  } as Parameters<Pdf["table"]>[0]);
  element.end();
  pdf.x = MARGIN;
  if (note) write(page, note, { size: 9.5, colour: SOFT, before: 4 });
}

/** Columns as wide as their longest text asks for, together the page's width. */
function widthsOf(columns: readonly { label: string }[], rows: readonly (readonly string[])[]): number[] {
  const asked = columns.map(({ label }, index) =>
    Math.min(48, Math.max(6, label.length, ...rows.map((row) => row[index]?.length ?? 0))),
  );
  const all = asked.reduce((sum, width) => sum + width, 0);
  const page = 595.28 - 2 * MARGIN;
  return asked.map((width) => (page * width) / all);
}

function drawRibbon(page: Page, ribbon: ReportRibbon): void {
  const { pdf, structure, today } = page;
  const { png, alt } = ribbonPng(ribbon, today, PRINT_SCALE);
  const width = widthOf(pdf);
  const height = (width * RIBBON_PNG.height) / RIBBON_PNG.width;
  keepTogether(page, height + 30);
  const top = pdf.y + 6;
  structure.add(
    pdf.struct("Figure", { alt }, () => {
      pdf.image(png, MARGIN, top, { width });
    }),
  );
  pdf.y = top + height + 4;
  write(page, alt, { size: 9, colour: SOFT, gap: 2 });
}

function drawPoint(page: Page, { title, tone, text, remedy }: ReportPoint): void {
  keepTogether(page, ROOM.point);
  write(page, title, { weight: "bold", colour: TONES[tone], before: 4 });
  write(page, text, { size: 10, colour: SOFT });
  if (remedy) write(page, `What helps: ${remedy}`, { size: 10 });
}

function fontFor(text: string, weight: Weight): string {
  return LATIN.test(text) ? weight : `${weight}-wide`;
}

function widthOf(pdf: Pdf): number {
  return pdf.page.width - 2 * MARGIN;
}
