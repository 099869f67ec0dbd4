import { typeset } from "@repo/core/report";
import { capital, counted, dayWords, type EvidenceReader, figure, listed } from "./read-evidence.ts";
import { signsOf } from "./signs.ts";

export type Said = { title: string; story: string };
type Story = (of: EvidenceReader, title: string) => Said | null;

const sentence = (clauses: readonly string[]) => (clauses.length === 0 ? "" : `${capital(listed(clauses))}.`);

function underRecovery(of: EvidenceReader): Said | null {
  const signs = signsOf(of.all);
  const [first, second, ...more] = signs;
  if (first === undefined || second === undefined) return null;
  return { title: capital(`${first}, and ${second}`), story: sentence(more) };
}

/** Overload may rest on many weak signs of which none stands out alone. */
function overcooked(of: EvidenceReader, title: string): Said {
  const signs = signsOf(of.all);
  return {
    title,
    story: signs.length > 0 ? sentence(signs) : "No single sign stands out, but all of them together do.",
  };
}

function sessionSpike(of: EvidenceReader): Said | null {
  const usual = of.number("longest run of the 30 days before");
  const run = of.number("this run");
  const step = of.limit("this run");
  const growth = of.number("week against the three before");
  if (usual === null || run === null || usual <= 0) return null;
  const share = Math.round((run / usual - 1) * 100);
  const grown =
    growth !== null && growth > 1.05 ? ` That week was ${figure(growth)} times the three before it.` : "";
  return {
    title: `One run of ${figure(run, 1)} km, ${share} % farther than any of 30 days`,
    story: `The longest before it was ${figure(usual, 1)} km${step === null ? "" : `; up to ${figure(step, 1)} km would have been an ordinary step`}.${grown}`,
  };
}

function missedWorkouts(of: EvidenceReader, title: string): Said | null {
  const [missed, planned, hard] = [of.number("not logged"), of.number("planned"), of.number("of them hard")];
  if (missed !== null && planned !== null) {
    const which =
      hard === null || hard === 0
        ? "None of them was hard."
        : `${capital(counted(hard, "of them was a hard session", "of them were hard sessions"))}.`;
    const all =
      missed === planned
        ? `None of ${planned} planned workouts was logged`
        : `${missed} of ${planned} planned workouts were not logged`;
    return { title: `${all} in ten days`, story: which };
  }
  const runs = of.number("runs in 3 weeks");
  return runs === null ? null : { title, story: `${capital(counted(runs, "run"))} in three weeks.` };
}

/** So long ago that the day alone would be taken for one of this year. */
const LONG_AGO_DAYS = 180;

function noData(of: EvidenceReader): Said | null {
  const [days, last] = [of.number("days without an entry"), of.text("last entry")];
  if (days === null) return null;
  return {
    title: `Nothing heard for ${figure(days, 0)} days`,
    story: last ? `The last entry is of ${dayWords(last, { withYear: days > LONG_AGO_DAYS })}.` : "",
  };
}

function raceUnprepared(of: EvidenceReader): Said | null {
  const longest = of.number("longest run, 6 weeks");
  const weekly = of.number("weekly distance, 6 weeks");
  const raceDay = of.text("race day");
  const [needLong, needWeekly] = [of.limit("longest run, 6 weeks"), of.limit("weekly distance, 6 weeks")];
  if (longest === null || weekly === null || raceDay === null) return null;
  const needs =
    needLong === null || needWeekly === null
      ? ""
      : ` The distance asks for ${figure(needLong, 0)} km in one run and ${figure(needWeekly, 0)} km a week.`;
  return {
    title: `The training does not carry the race of ${dayWords(raceDay)} yet`,
    story: `In six weeks the longest run was ${figure(longest)} km, on ${figure(weekly, 1)} km a week.${needs}`,
  };
}

function lifeStress(of: EvidenceReader): Said | null {
  const share = of.number("days of high stress, 4 weeks");
  if (share === null) return null;
  const [now, before] = [of.number("sleep, 4-week mean"), of.number("sleep, the 12 weeks before")];
  const slept =
    now === null
      ? ""
      : before !== null && before - now >= 0.3
        ? `Sleep is down to ${figure(now)} h a night from ${figure(before)} h.`
        : `Sleep is ${figure(now)} h a night.`;
  return { title: `Stress was high on ${figure(share, 0)} % of days in four weeks`, story: slept };
}

function stale(of: EvidenceReader): Said | null {
  const row = of.all.find(({ label }) => label.startsWith("sessions of "));
  const weeks = of.number("weeks");
  if (!row || typeof row.value !== "number") return null;
  const name = typeset(row.label.slice("sessions of ".length).replaceAll('"', ""));
  return {
    title: `${name}, ${counted(row.value, "time")} in ${counted(weeks ?? 7, "week")}`,
    story: `That is ${row.value} ${row.limit ?? ""}. The same thing for more than four weeks stops being a stimulus.`,
  };
}

function perpetualMedium(of: EvidenceReader): Said | null {
  const row = of.row("easy runs done at medium effort");
  if (!row) return null;
  const [hr, limit] = [
    of.number("median heart rate of easy runs"),
    of.limit("median heart rate of easy runs"),
  ];
  return {
    title: `${row.value} ${row.limit} easy runs in four weeks were not easy`,
    story:
      hr === null
        ? ""
        : `Their median heart rate was ${figure(hr, 0)} bpm${limit === null ? "" : `; easy ends at ${figure(limit, 0)}`}.`,
  };
}

function noCutback(of: EvidenceReader): Said | null {
  const weeks = of.number("weeks since a lighter week");
  if (weeks === null) return null;
  return {
    title: `${capital(counted(weeks, "week"))} without a lighter one`,
    story: "Every fourth week at the latest lets the work sink in.",
  };
}

function monotony(of: EvidenceReader): Said | null {
  const [value, ratio] = [of.number("monotony"), of.number("load, short against long term")];
  if (value === null) return null;
  const rising = ratio === null ? "" : ` Short-term load is ${figure(ratio, 2)} times the long-term.`;
  return {
    title: "Hardly an easy day while the load is rising",
    story: `Monotony ${figure(value)}.${rising}`,
  };
}

function shortSleep(of: EvidenceReader): Said | null {
  const [hours, nights] = [of.number("sleep, 14-day mean"), of.number("nights known")];
  if (hours === null) return null;
  return {
    title: `${figure(hours)} h of sleep a night for two weeks`,
    story: nights === null ? "" : `From ${figure(nights, 0)} nights that were entered.`,
  };
}

function restingHr(of: EvidenceReader): Said | null {
  const label = "resting heart rate above usual";
  const [bpm, limit] = [of.number(label), of.limit(label)];
  if (bpm === null) return null;
  return {
    title: `Resting heart rate up ${figure(bpm, 0)} bpm for a week`,
    story: limit === null ? "" : `A swing of ${figure(limit)} bpm would be usual.`,
  };
}

function hrvOutOfBand(of: EvidenceReader): Said | null {
  const [now, usual] = [of.number("week's rMSSD"), of.limit("week's rMSSD")];
  const [sd, readings] = [of.number("distance from usual"), of.number("readings in the week")];
  if (now === null || sd === null) return null;
  return {
    title: `HRV has been ${sd < 0 ? "below" : "above"} its usual band for a week`,
    story: `${figure(now, 0)} ms${usual === null ? "" : ` against a usual ${figure(usual, 0)} ms`}${readings === null ? "" : `, from ${counted(readings, "morning")}`}.`,
  };
}

function illness(of: EvidenceReader, title: string): Said {
  const notes = of.number("notes") ?? 0;
  const heart = of.number("notes of chest pain, palpitations or fainting") ?? 0;
  return { title, story: noted(notes + heart, of) };
}

function pain(of: EvidenceReader, title: string): Said {
  return { title, story: noted(of.number("notes that speak of pain") ?? 0, of) };
}

/** How many notes speak of it, and one of them in the athlete's own words. */
function noted(notes: number, of: EvidenceReader): string {
  if (notes === 0) return "";
  const words = of.text("in a note");
  return `${capital(counted(notes, "note speaks", "notes speak"))} of it${words === null ? "" : `: ${words}`}.`;
}

function sprintNotFresh(of: EvidenceReader, title: string): Said | null {
  const hard = of.text("hard session");
  return hard ? { title: typeset(title), story: `Last hard session: ${typeset(hard)}.` } : null;
}

/** How a coach would say it, by kind; a kind without words keeps its title and its numbers. */
export const STORIES: Readonly<Record<string, Story>> = {
  "under-recovery": underRecovery,
  overcooked,
  "session-spike": sessionSpike,
  "missed-workouts": missedWorkouts,
  "no-data": noData,
  "race-unprepared": raceUnprepared,
  "life-stress": lifeStress,
  stale,
  "perpetual-medium": perpetualMedium,
  "no-cutback": noCutback,
  monotony,
  "short-sleep": shortSleep,
  "resting-hr-high": restingHr,
  "hrv-out-of-band": hrvOutOfBand,
  illness,
  pain,
  "sprint-not-fresh": sprintNotFresh,
};
