import { AppError } from "@repo/core/errors";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { FileWarning } from "./activity-file.ts";

export type XmlNode = { [name: string]: unknown };

const MAX_DEPTH = 64;
/** Two and a half days at a point a second, with what watches write beside each: more would fill the memory. */
const MAX_POINTS = 220_000;
const MAX_TAGS = 3_000_000;
const LISTS = new Set([
  "Activity",
  "Lap",
  "Track",
  "Trackpoint",
  "trk",
  "trkseg",
  "trkpt",
  "Course",
  "MultiSportSession",
  "NextSport",
]);

/**
 * Parses XML that a stranger sent: no document type, no entities, at most 64 levels deep. What is not well-formed
 * is read as far as it goes, with a warning.
 *
 * @throws {AppError} INVALID for a document type, absurd depth or size, or text that is no XML at all
 */
export function parseXml(bytes: Uint8Array, warnings: FileWarning[]): XmlNode {
  const text = decodeText(bytes).trimStart();
  if (!text.startsWith("<"))
    throw new AppError("INVALID", "This is not an XML file: it does not begin with a tag.");
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) {
    throw new AppError(
      "INVALID",
      "This XML file carries a document type (DTD), which is not allowed. Export it again without one.",
    );
  }
  refuseSize(text);
  refuseDepth(text);
  const validity = XMLValidator.validate(text, { allowBooleanAttributes: true });
  if (validity !== true) {
    const where = `line ${validity.err.line}`;
    warnings.push({
      code: "not-well-formed",
      text: `the XML is damaged (${where}); what could be read is kept`,
    });
  }
  try {
    return parser().parse(text) as XmlNode;
  } catch {
    return parseBeforeDamage(text, validity === true ? 1 : validity.err.line);
  }
}

function refuseSize(text: string): void {
  if (countOf(text, "<", MAX_TAGS) <= MAX_TAGS) {
    const points = countOf(text, "<trkpt", MAX_POINTS) + countOf(text, "<Trackpoint", MAX_POINTS);
    if (points <= MAX_POINTS) return;
  }
  throw new AppError(
    "INVALID",
    `This file holds more than ${MAX_POINTS} points, which no single activity does. Split it, or export it as FIT.`,
  );
}

/** How often a text holds another; stops counting once there are more than `most`. */
function countOf(text: string, what: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(what); at >= 0 && count <= most; at = text.indexOf(what, at + what.length))
    count += 1;
  return count;
}

/** What stands before the damaged line, up to its last whole point. */
function parseBeforeDamage(text: string, line: number): XmlNode {
  const before = text.split("\n", line - 1).join("\n");
  const end = Math.max(before.lastIndexOf("</trkpt>"), before.lastIndexOf("</Trackpoint>"));
  try {
    return parser().parse(before.slice(0, before.indexOf(">", end) + 1)) as XmlNode;
  } catch {
    throw new AppError(
      "INVALID",
      `This XML file is damaged at line ${line} and cannot be read. Export it again.`,
    );
  }
}

function parser(): XMLParser {
  return new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    ignoreDeclaration: true,
    isArray: (name) => LISTS.has(name),
  });
}

function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const named = /encoding=["']([\w-]+)["']/i.exec(head)?.[1]?.toLowerCase();
  const encoding = named && /^(iso-8859-1|latin1|windows-1252)$/.test(named) ? "windows-1252" : "utf-8";
  return new TextDecoder(encoding)
    .decode(bytes)
    .replaceAll("\u0000", "")
    .replace(/^\uFEFF/, "");
}

function refuseDepth(text: string): void {
  let depth = 0;
  for (const tag of text.matchAll(/<(\/?)[A-Za-z_][^<>]*?(\/?)>/g)) {
    if (tag[1] === "/") depth -= 1;
    else if (tag[2] !== "/") depth += 1;
    if (depth > MAX_DEPTH) {
      throw new AppError(
        "INVALID",
        `This XML file is nested more than ${MAX_DEPTH} levels deep, which no activity is.`,
      );
    }
  }
}

/** A child node, an empty node where it is absent or text. */
export function child(node: unknown, name: string): XmlNode {
  const value = (node as XmlNode | undefined)?.[name];
  const single = Array.isArray(value) ? value[0] : value;
  return typeof single === "object" && single !== null ? (single as XmlNode) : {};
}

/** The children of a name as a list, empty where there are none. */
export function children(node: unknown, name: string): XmlNode[] {
  const value = (node as XmlNode | undefined)?.[name];
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.map((item) => (typeof item === "object" && item !== null ? (item as XmlNode) : {}));
}

/** The text of a child, or null. */
export function text(node: unknown, name: string): string | null {
  const value = (node as XmlNode | undefined)?.[name];
  const single = Array.isArray(value) ? value[0] : value;
  if (typeof single === "string") return single.trim() || null;
  const inner = (single as XmlNode | undefined)?.["#text"];
  return typeof inner === "string" ? inner.trim() || null : null;
}

/** The number in a child, or null for anything that is no finite number. */
export function number(node: unknown, name: string): number | null {
  const value = text(node, name);
  if (value === null) return null;
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed : null;
}

/** Unix seconds of a time text, or null. Times without a zone are read as UTC, as the formats say. */
export function unixSeconds(value: string | null): number | null {
  if (value === null) return null;
  const zoned = /(Z|[+-]\d\d:?\d\d)$/i.test(value) ? value : `${value}Z`;
  const millis = Date.parse(zoned);
  return Number.isNaN(millis) ? null : millis / 1000;
}
