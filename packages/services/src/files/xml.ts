import { AppError } from "@repo/core/errors";
import type { FileWarning } from "./activity-file.ts";
import { decodeText } from "./decode-text.ts";
import type { XmlNode } from "./xml-node.ts";

const MAX_DEPTH = 64;
/** A day and a half at a point a second: more would fill the memory. */
const MAX_POINTS = 130_000;
const MAX_TAGS = 2_500_000;
/** Longer than any note; a text beyond it is cut. */
const MAX_TEXT = 20_000;
/** Elements of which there may be several, so that one alone is a list too. */
const LISTS = new Set(
  "Activity Lap Track Trackpoint trk trkseg trkpt Course MultiSportSession NextSport".split(" "),
);
const NAME = /[A-Za-z_][\w.:-]*/y;
const ATTRIBUTE = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/** What a point of a track becomes as soon as it ends, so that its elements need not be kept. */
type Points = Record<string, (point: XmlNode) => unknown>;

/**
 * Reads XML that a stranger sent: no document type, no entities but the five that XML has, at most 64 levels deep.
 * What is not well-formed is read as far as it goes, with a warning.
 *
 * @param points by element name, what to keep of each point
 * @throws {AppError} INVALID for a document type, absurd depth or size, or text that is no XML at all
 */
export function parseXml(bytes: Uint8Array, warnings: FileWarning[], points: Points = {}): XmlNode {
  const text = decodeText(bytes).trimStart();
  if (!text.startsWith("<"))
    throw new AppError("INVALID", "This is not an XML file: it does not begin with a tag.");
  for (const name of Object.keys(points)) refuseMany(text, `<${name}`);
  const { root, damagedAt } = scan(text, points);
  if (damagedAt !== null) {
    warnings.push({
      code: "not-well-formed",
      text: `the XML is damaged (line ${lineAt(text, damagedAt)}); what could be read is kept`,
    });
  }
  return root;
}

/** The node is made with the first attribute or child: most elements are a text and nothing else. */
type Open = { name: string; node: XmlNode | null; text: string };

function scan(text: string, points: Points): { root: XmlNode; damagedAt: number | null } {
  const root: XmlNode = {};
  const stack: Open[] = [{ name: "", node: root, text: "" }];
  const size = { tags: 0, points: 0 };
  let damagedAt: number | null = null;
  let at = 0;
  while (at < text.length) {
    const tag = text.indexOf("<", at);
    keepText(top(stack), text, at, tag < 0 ? text.length : tag);
    if (tag < 0) break;
    // A bare "<" in somebody's note begins no tag.
    if (!/[A-Za-z_/!?]/.test(text[tag + 1] ?? "/")) {
      damagedAt ??= tag;
      addText(top(stack), "<");
      at = tag + 1;
      continue;
    }
    const end = endOfMarkup(text, tag, stack);
    if (end < 0) {
      damagedAt ??= tag;
      break;
    }
    at = end;
    const sign = text[tag + 1];
    if (sign === "!" || sign === "?") continue;
    const isSound =
      sign === "/" ? close(text, tag, stack, points) : open(text, tag, end, stack, size, points);
    if (!isSound) damagedAt ??= tag;
  }
  if (stack.length > 1) damagedAt ??= text.length;
  while (stack.length > 1) endElement(stack, points, true);
  return { root, damagedAt };
}

function top(stack: Open[]): Open {
  return stack[stack.length - 1] as Open;
}

/** The place behind a tag, comment, instruction or CDATA; -1 where the text ends before it does. */
function endOfMarkup(text: string, tag: number, stack: Open[]): number {
  if (text.startsWith("<!--", tag)) return after(text, "-->", tag + 4);
  if (text.startsWith("<![CDATA[", tag)) {
    const end = after(text, "]]>", tag + 9);
    if (end >= 0) addText(top(stack), text.slice(tag + 9, end - 3));
    return end;
  }
  if (text[tag + 1] === "?") return after(text, "?>", tag + 2);
  if (text[tag + 1] === "!") {
    throw new AppError(
      "INVALID",
      "This XML file carries a document type (DTD), which is not allowed. Export it again without one.",
    );
  }
  return after(text, ">", tag + 1);
}

function after(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? -1 : at + what.length;
}

/** Opens an element; false for what is no tag. */
function open(
  text: string,
  tag: number,
  end: number,
  stack: Open[],
  size: { tags: number; points: number },
  points: Points,
): boolean {
  NAME.lastIndex = tag + 1;
  const full = NAME.exec(text)?.[0];
  if (!full) return false;
  const name = withoutPrefix(full);
  refuseSize(size, name in points, stack.length);
  let node: XmlNode | null = null;
  const headEnd = tag + 1 + full.length;
  const isEmpty = text[end - 2] === "/";
  if (headEnd < end - (isEmpty ? 2 : 1)) {
    for (const [, key = "", double, single] of text.slice(headEnd, end - 1).matchAll(ATTRIBUTE)) {
      node ??= {};
      node[`@${withoutPrefix(key)}`] = plainText(double ?? single ?? "");
    }
  }
  stack.push({ name, node, text: "" });
  if (isEmpty) endElement(stack, points, false);
  return true;
}

/** Counted before anything is kept. */
function refuseMany(text: string, what: string): void {
  let count = 0;
  for (let at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + what.length)) {
    count += 1;
    if (count > MAX_POINTS) throw tooMany();
  }
}

function tooMany(): AppError {
  return new AppError(
    "INVALID",
    `This file holds more than ${MAX_POINTS} points, which no single activity does. Split it, or export it as FIT.`,
  );
}

function refuseSize(size: { tags: number; points: number }, isPoint: boolean, depth: number): void {
  size.tags += 1;
  if (isPoint) size.points += 1;
  if (size.points > MAX_POINTS || size.tags > MAX_TAGS) throw tooMany();
  if (depth > MAX_DEPTH) {
    throw new AppError(
      "INVALID",
      `This XML file is nested more than ${MAX_DEPTH} levels deep, which no activity is.`,
    );
  }
}

/** Closes the element that a tag names, and those left open inside it; false where that was not the innermost. */
function close(text: string, tag: number, stack: Open[], points: Points): boolean {
  NAME.lastIndex = tag + 2;
  const full = NAME.exec(text)?.[0] ?? "";
  const name = withoutPrefix(full);
  if (stack.length > 1 && top(stack).name === name) {
    endElement(stack, points, false);
    return true;
  }
  const depth = stack.findLastIndex((element) => element.name === name);
  if (depth < 1) return false;
  while (stack.length > depth + 1) endElement(stack, points, true);
  endElement(stack, points, false);
  return false;
}

/** Puts the innermost element into its parent; a point that was never closed is left out. */
function endElement(stack: Open[], points: Points, isUnclosed: boolean): void {
  const { name, node, text } = stack.pop() as Open;
  const keep = Object.hasOwn(points, name) ? points[name] : undefined;
  if (keep && isUnclosed) return;
  if (node && text !== "") node["#text"] = text;
  const parent = top(stack);
  parent.node ??= {};
  addChild(parent.node, name, keep ? keep(node ?? {}) : (node ?? text));
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function addChild(parent: XmlNode, name: string, value: unknown): void {
  if (!Object.hasOwn(parent, name)) {
    const first = LISTS.has(name) ? [value] : value;
    // Not by assignment: "__proto__" is a name like any other.
    if (name === "__proto__") return;
    parent[name] = first;
    return;
  }
  const here = parent[name];
  if (Array.isArray(here)) here.push(value);
  else parent[name] = [here, value];
}

function keepText(element: Open, text: string, from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    if (text.charCodeAt(at) <= 32) continue;
    addText(element, plainText(text.slice(from, to)));
    return;
  }
}

function addText(element: Open, more: string): void {
  if (element.text.length < MAX_TEXT) element.text += more.slice(0, MAX_TEXT);
}

const ENTITIES: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** The text with XML's own five entities and numbered characters replaced, and nothing else. */
function plainText(text: string): string {
  if (!text.includes("&")) return text;
  return text
    .slice(0, MAX_TEXT)
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, ten, hex, name) => {
      if (name) return ENTITIES[name] ?? whole;
      const code = ten ? Number(ten) : Number.parseInt(hex, 16);
      return code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : "";
    });
}

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf("\n"); next >= 0 && next < at; next = text.indexOf("\n", next + 1)) line += 1;
  return line;
}
