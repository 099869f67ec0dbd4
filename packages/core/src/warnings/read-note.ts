/** Places where pain, soreness or tightness is more than tired muscles. */
const PLACE =
  "(?:knee|calf|calves|achilles|shin|hamstring|foot|feet|ankle|hip|groin|heel|plantar|it ?band)s?";
/** Places of which only pain itself says anything: they are sore or tight after any hard day. */
const WIDE_PLACE = "(?:leg|quad|glute|thigh|(?:lower|upper|my|the|bad|sore) back)s?";
const PAIN = "(?:pain(?:s|ful)?|hurt(?:s|ing)?|ache[sd]?|aching|tweak(?:ed)?|strain(?:ed)?|pulled)";
const COMPLAINT = `(?:${PAIN}|sore|tight|bother(?:s|ing|ed)?)`;
/** Within one clause: what stands behind a comma is said of something else. */
const NEAR = String.raw`\b[^,.;:!?\n]{0,24}\b`;

const PAINS: readonly RegExp[] = [
  /\b(?:injur(?:y|ed)|limp(?:ing|ed)?|shin splints?|stress (?:fracture|reaction)|(?:bone|night) pain)\b/i,
  new RegExp(String.raw`\b${PLACE}${NEAR}${COMPLAINT}\b`, "i"),
  new RegExp(String.raw`\b${COMPLAINT}${NEAR}${PLACE}\b`, "i"),
  new RegExp(String.raw`\b${WIDE_PLACE}${NEAR}${PAIN}\b`, "i"),
  new RegExp(String.raw`\b${PAIN}${NEAR}${WIDE_PLACE}\b`, "i"),
];
const ILLNESSES: readonly RegExp[] = [
  /\b(?:fever|flu|influenza|covid|(?:feel|feeling|felt) (?:ill|sick)|got sick|bronchitis|chest infection|vomit\w*)\b/i,
];
/** Of heart and circulation: nobody trains before a doctor has looked (science.md §5.5). */
const HEART: readonly RegExp[] = [
  /\b(?:chest (?:pain|tightness|pressure)|(?:pain|tightness|pressure) in (?:my |the )?chest|palpitations?|faint(?:ed|ing)|passed out|collapsed)\b/i,
];

/** "no more", "didn't", "without any": up to three words before what it denies, or with the place between them. */
const DENIED =
  /\b(?:no|not|never|without|free (?:of|from)|zero|nothing|(?:did|do|does|is|was|were|are|has|have|had)(?: not|n['’]?t))\s+(?:(?!but\b)[\w'’-]+\s+){0,3}?(?:pain\w*|hurt\w*|sore\w*|ache\w*|aching|tight\w*|bother\w*|injur\w*|limp\w*|strain\w*|fever|flu|influenza|covid|ill|sick|vomit\w*|chest|palpitations?|faint\w*|passed out|collapsed)\b/i;
const FREE = /\b(?:pain|fever|injury|symptom)[ -]?free\b|\bpainless\b/i;
/** "the fever is gone": over, not better. */
const OVER =
  /\b(?:pain|soreness|tightness|fever|flu|influenza|covid|injury)\b[^,.;:!?\n]{0,16}\b(?:gone|vanished|disappeared|went away|healed|is over|was over)\b/i;

const LONGEST = 120;

/** What a note says of pain: its clause as it was written, at most 120 characters; null where it says nothing. */
export const painIn = (note: string | null | undefined): string | null => clauseWith(note, PAINS);

/** What a note says of an illness. */
export const illnessIn = (note: string | null | undefined): string | null => clauseWith(note, ILLNESSES);

/** What a note says of symptoms of heart and circulation. */
export const heartIn = (note: string | null | undefined): string | null => clauseWith(note, HEART);

/** The first clause in which something is told and neither denied nor over. */
function clauseWith(note: string | null | undefined, told: readonly RegExp[]): string | null {
  for (const clause of note?.split(/[.;!?\n]+|,|\bbut\b|\bthough\b/i) ?? []) {
    if (!told.some((each) => each.test(clause))) continue;
    if (DENIED.test(clause) || FREE.test(clause) || OVER.test(clause)) continue;
    const text = clause.trim();
    return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  }
  return null;
}
