import { z } from "zod";
import { fieldName } from "./field-name.ts";

type Issue = z.core.$ZodRawIssue;
type Said = { fault: string; fix: string };

const KINDS: Readonly<Record<string, string>> = {
  int: "a whole number",
  number: "a number",
  string: "a text",
  boolean: "true or false",
  array: "a list",
  object: "an object with named fields",
  date: "an instant",
};

const FORMATS: Readonly<Record<string, Said>> = {
  email: { fault: "is no e-mail address", fix: "Write it as name@example.org" },
  url: { fault: "is no address of the web", fix: "Write it as https://example.org" },
  date: { fault: "is no day of the calendar", fix: "Write it as 2026-05-17" },
  time: { fault: "is no time of day", fix: "Write it as 06:30" },
  datetime: { fault: "is no instant", fix: "Write it as 2026-05-17T06:30:00Z" },
  uuid: { fault: "is no id that was given out here", fix: "Load the page anew and try again" },
  base64: { fault: "holds a file that did not arrive whole", fix: "Send it again" },
};

/** So many faults of an input are told at once: the rest shows when these are mended. */
const TOLD_FAULTS = 3;

/** What is wrong with an input: sentences for the whole, and those of each field. */
export function inputFaults(error: z.ZodError) {
  const issues = error.issues.map((issue) => ({ ...issue, message: asSentence(issue) }));
  const { fieldErrors, formErrors } = z.flattenError(new z.ZodError(issues));
  const told = issues.slice(0, TOLD_FAULTS).map(({ message }) => message);
  return { message: told.join(" "), faults: { fieldErrors, formErrors } };
}

/** Core says of a value what was expected, for files and inputs alike. */
function asSentence({ message, path }: z.core.$ZodIssue): string {
  if (!message.startsWith("expected ")) return message;
  return `${fieldName(path).name}: does not fit. Give ${message.slice("expected ".length)}.`;
}

/**
 * What is wrong with an input and what would be right, in a sentence that names the field: "Distance: 50 m is too
 * little. Give at least 100 m." Zod's own words are replaced by these in init.ts; a schema that brings a sentence keeps it.
 */
export function issueWords(issue: Issue): string {
  const { name, unit } = fieldName(issue.path ?? []);
  const { fault, fix } = sayIssue(issue, unit);
  return `${name}: ${fault}. ${fix}.`;
}

function sayIssue(issue: Issue, unit: string): Said {
  switch (issue.code) {
    case "invalid_type":
      return sayType(issue);
    case "invalid_value":
      return {
        fault: `${found(issue.input)} cannot be chosen`,
        fix: `Choose ${listed(issue.values.map((value) => (value === null ? "nothing" : String(value))))}`,
      };
    case "too_small":
      return sayTooSmall(issue, unit);
    case "too_big":
      return sayTooBig(issue, unit);
    case "not_multiple_of":
      return {
        fault: `${found(issue.input)} lies between two steps`,
        fix: `Give a multiple of ${issue.divisor}${unit}`,
      };
    case "invalid_format":
      return (
        FORMATS[issue.format] ?? { fault: "is not written as it is read here", fix: "Write it differently" }
      );
    case "unrecognized_keys":
      return {
        fault: `nothing is known here of ${listed(
          issue.keys.map((key) => `“${key.slice(0, 40)}”`),
          "and",
        )}`,
        fix: "Leave it out",
      };
    default:
      return {
        fault: `${found(issue.input)} does not fit here`,
        fix: "Look at what is asked and correct it",
      };
  }
}

function sayType({ expected, input }: Extract<Issue, { code: "invalid_type" }>): Said {
  const kind = KINDS[expected] ?? `a ${expected}`;
  if (input === undefined || input === null || input === "")
    return { fault: "nothing was given", fix: `Give ${kind}` };
  const isEndless = typeof input === "number" && !Number.isFinite(input);
  return { fault: isEndless ? "is no number" : `${found(input)} is not ${kind}`, fix: `Give ${kind}` };
}

function sayTooSmall(issue: Extract<Issue, { code: "too_small" }>, unit: string): Said {
  const least = Number(issue.minimum);
  if (issue.origin === "string") {
    if (least <= 1) return { fault: "is empty", fix: "Write something" };
    return { fault: "is too short", fix: `Write at least ${least} characters` };
  }
  if (issue.origin === "array")
    return { fault: least <= 1 ? "the list is empty" : "there are too few", fix: `Choose at least ${least}` };
  const bound = issue.inclusive === false ? `more than ${least}` : `at least ${least}`;
  return { fault: `${found(issue.input)}${unit} is too little`, fix: `Give ${bound}${unit}` };
}

function sayTooBig(issue: Extract<Issue, { code: "too_big" }>, unit: string): Said {
  const most = Number(issue.maximum);
  const shown = most.toLocaleString("en");
  if (issue.origin === "string") return { fault: "is too long", fix: `Write at most ${shown} characters` };
  if (issue.origin === "array") return { fault: "there are too many", fix: `Choose at most ${shown}` };
  const bound = issue.inclusive === false ? `less than ${shown}` : `at most ${shown}`;
  return { fault: `${found(issue.input)}${unit} is too much`, fix: `Give ${bound}${unit}` };
}

const SHOWN_CHARACTERS = 40;

function found(input: unknown): string {
  if (input === undefined || input === null || input === "") return "nothing";
  if (Array.isArray(input)) return "a list";
  if (typeof input === "object") return "an object";
  const text = String(input);
  const short = text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
  return typeof input === "string" ? `“${short}”` : short;
}

function listed(parts: readonly string[], last = "or"): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${last} ${parts.at(-1)}`;
}
