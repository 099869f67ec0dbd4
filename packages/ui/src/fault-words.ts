/** What of a native control's check failed, and what it asks for. */
export type Checked = {
  type: string;
  value: string;
  placeholder?: string;
  min?: string;
  max?: string;
  minLength?: number;
  maxLength?: number;
  validity: Partial<Record<keyof ValidityState, boolean>>;
};

const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const CHOSEN = ["select-one", "radio"];

/**
 * What is wrong in a field and what to write instead, to stand beside it; null where nothing is. The browser's own
 * sentences come in the browser's language and lie over the page.
 */
export function faultWords(field: Checked): string | null {
  const { type, validity } = field;
  if (validity.badInput) {
    return type === "date"
      ? "This is not a whole date yet. Give day, month and year."
      : "This is no number. Write digits.";
  }
  if (validity.valueMissing) return missingWords(field);
  if (validity.typeMismatch) {
    return type === "email"
      ? "This is no e-mail address. Write it as name@example.org."
      : "This is no address of the web. Write it as https://example.org.";
  }
  if (validity.rangeUnderflow || validity.rangeOverflow) return rangeWords(field);
  if (validity.stepMismatch) return "This must be a whole number. Leave out what is behind the point.";
  if (validity.tooShort)
    return `This has ${field.value.length} characters. Write at least ${field.minLength}.`;
  if (validity.tooLong) return `This is too long. Write at most ${field.maxLength} characters.`;
  if (validity.patternMismatch) return `This cannot be read. ${example(field) ?? "Write it differently."}`;
  return null;
}

function missingWords(field: Checked): string {
  if (field.type === "date") return "No day is given. Give day, month and year.";
  if (field.type === "checkbox") return "Tick this to go on.";
  if (CHOSEN.includes(field.type)) return "Nothing is chosen yet. Choose one.";
  return `This cannot stay empty. ${example(field) ?? "Write it here."}`;
}

function example({ placeholder }: Checked): string | null {
  return placeholder ? `Write it like ${placeholder}.` : null;
}

function rangeWords({ type, min, max, validity }: Checked): string {
  if (type === "date") {
    return validity.rangeOverflow
      ? `This is too late. The last day possible is ${dayOf(max)}.`
      : `This is too early. The first day possible is ${dayOf(min)}.`;
  }
  const bounds = min && max ? `from ${min} to ${max}` : min ? `${min} or more` : `${max} or less`;
  return `This is too ${validity.rangeOverflow ? "large" : "small"}. Write a number ${bounds}.`;
}

function dayOf(iso = ""): string {
  const instant = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(instant) ? iso : DAY.format(instant);
}
