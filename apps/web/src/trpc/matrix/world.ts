import { newId, type Tx } from "@repo/db";
import * as schema from "@repo/db/schema";
import {
  makeActivity,
  makeConsent,
  makeOrganisation,
  makePlannedWorkout,
  makeSeason,
  makeUser,
} from "@repo/db/testing";
import { makeShared } from "./make-shared.ts";
import { makeTimeline } from "./make-timeline.ts";
import { CONSENTS, type Matter, type Person } from "./visibility.ts";

type Athlete = "target" | "other" | "foreign";
const SCOPES = ["training", "wellness", "medical", "location"] as const;
const DAY = "2026-03-02";
const RACE_DAY = "2026-05-24";
const REQUEST = {
  format: "mesocycle/season-request",
  version: 1,
  start: "2026-01-05",
  level: "intermediate",
  runsPerWeek: 5,
  currentWeeklyKm: 40,
  races: [{ date: RACE_DAY, distanceM: 10_000, priority: "A", name: "Race" }],
};

/** The ids that inputs are made from: those of one athlete and of the people and things around them. */
export type Ids = {
  athleteId: string;
  orgId: string;
  coachId: string;
  activityId: string;
  plannedWorkoutId: string;
  seasonId: string;
  resultId: string;
  warningId: string;
  commentId: string;
  reportId: string;
  originalId: string;
  importBatchId: string;
  planEditId: string;
  waiverId: string;
  /** Day of the season's race. */
  raceDay: string;
  sessionId: string;
  invitationId: string;
  cycleId: string;
  squadId: string;
  libraryWorkoutId: string;
  day: string;
};

export type World = { users: Record<Person, string>; ids: Record<Athlete, Ids> };

/** A text that says whose row it stands in and which consent shows it. */
export function marker(person: Person, matter: Matter): string {
  return `mk_${person}_${matter}_mk`;
}

/** Every marker in an answer. */
export function markersIn(answer: unknown): { person: Person; matter: Matter }[] {
  const text = typeof answer === "string" ? answer : (JSON.stringify(answer) ?? "");
  const found = new Set(text.match(/mk_[a-z]+_[a-z]+_mk/g));
  return [...found].map((mark) => {
    const [, person, matter] = mark.split("_");
    return { person: person as Person, matter: matter as Matter };
  });
}

const PEOPLE = [
  ["target", "athlete"],
  ["other", "athlete"],
  ["foreign", "athlete"],
  ["coachall", "coach"],
  ["coachtraining", "coach"],
  ["coachwellness", "coach"],
  ["assistant", "assistant"],
  ["revoked", "coach"],
  ["unshared", "coach"],
  ["ended", "coach"],
  ["elsewhere", "coach"],
  ["invited", "coach"],
  ["owner", "owner"],
] as const satisfies readonly [Person, string][];

/** A club, a practice elsewhere, and everybody of `visibility.ts`, with marked rows in every table. */
export async function makeWorld(owner: Tx): Promise<World> {
  const [club, practice] = [await makeOrganisation(owner), await makeOrganisation(owner)];
  const orgOf = (person: Person) => (person === "elsewhere" || person === "foreign" ? practice : club);
  const users = {} as Record<Person, string>;
  for (const [person, role] of PEOPLE) {
    users[person] = await makePerson(owner, person, role === "athlete");
    const status = person === "ended" ? "ended" : "active";
    if (person === "invited") continue;
    await owner
      .insert(schema.memberships)
      .values({ orgId: orgOf(person), userId: users[person], role, status });
  }
  for (const [coach, athlete, scopes] of CONSENTS) {
    const pair = { orgId: orgOf(athlete), coachId: users[coach], athleteId: users[athlete] };
    await makeConsent(owner, pair, scopes);
  }
  await makeLapsedConsents(owner, club, users);
  const rows = (person: Athlete, coach: Person) =>
    makeRows(owner, person, { athleteId: users[person], orgId: orgOf(person), coachId: users[coach] });
  const target = await rows("target", "coachall");
  const other = await rows("other", "unshared");
  return { users, ids: { target, other, foreign: await rows("foreign", "elsewhere") } };
}

async function makePerson(owner: Tx, person: Person, isAthlete: boolean): Promise<string> {
  const name = marker(person, "person");
  const userId = await makeUser(owner, {
    name,
    email: `${name}@example.org`,
    isOperator: person === "owner",
  });
  if (!isAthlete) return userId;
  const injurySites = [marker(person, "training")];
  await owner.insert(schema.athletes).values({ athleteId: userId, timeZone: "Europe/Oslo", injurySites });
  return userId;
}

/** Consents that were taken back, and one that outlived the membership it was given to. */
async function makeLapsedConsents(owner: Tx, orgId: string, users: Record<Person, string>): Promise<void> {
  const grant = { orgId, athleteId: users.target, textVersion: "1", grantedAt: new Date("2026-01-01") };
  await owner.insert(schema.consents).values(
    SCOPES.flatMap((scope) => [
      { ...grant, coachId: users.revoked, scope, revokedAt: new Date("2026-02-01") },
      { ...grant, coachId: users.ended, scope },
    ]),
  );
}

type Of = { athleteId: string; orgId: string; coachId: string };

async function makeRows(owner: Tx, person: Athlete, of: Of): Promise<Ids> {
  const training = await makeTrainingRows(owner, person, of);
  await makePrivateRows(owner, person, { ...of, activityId: training.activityId });
  const around = await makeOfficeRows(owner, person, of);
  return { ...of, ...training, ...around, day: DAY, raceDay: RACE_DAY };
}

async function makeTrainingRows(owner: Tx, person: Athlete, { athleteId, orgId, coachId }: Of) {
  const text = marker(person, "training");
  const seasonId = await makeSeason(owner, athleteId, {
    name: text,
    request: REQUEST,
    orgId,
    authorId: coachId,
  });
  const planned = { seasonId, title: text, text: "30min @e", coachNote: text, authorId: coachId };
  const plannedWorkoutId = await makePlannedWorkout(owner, athleteId, planned);
  const activityId = await makeActivity(owner, athleteId, { title: text, notes: text, plannedWorkoutId });
  const [resultId, warningId, commentId] = [newId(), newId(), newId()];
  const [planEditId, waiverId] = [newId(), newId()];
  await owner
    .insert(schema.results)
    .values({ id: resultId, athleteId, localDate: DAY, distanceM: 5000, timeS: 1200, name: text });
  await owner.insert(schema.activityLaps).values({ activityId, athleteId, position: 0, extra: { text } });
  await owner.insert(schema.athleteStates).values({ athleteId, nextRaceName: text });
  await owner
    .insert(schema.assessments)
    .values({ athleteId, asOf: DAY, intensity: { text }, progress: { text } });
  await owner.insert(schema.warnings).values(warning(warningId, { athleteId, text, scope: "training" }));
  await owner
    .insert(schema.comments)
    .values({ id: commentId, athleteId, orgId, authorId: athleteId, body: text, activityId });
  await owner.insert(schema.comments).values({
    id: newId(),
    athleteId,
    orgId,
    authorId: coachId,
    body: marker(person, "note"),
    isPrivate: true,
  });
  await owner.insert(schema.planEdits).values({
    id: planEditId,
    athleteId,
    seasonId,
    authorId: coachId,
    kind: "move",
    summary: text,
    before: [],
    after: [],
  });
  await owner
    .insert(schema.findingWaivers)
    .values({ id: waiverId, athleteId, seasonId, rule: "easy-share", reason: text, authorId: coachId });
  const told = { training: text, medical: marker(person, "medical") };
  await makeTimeline(owner, { athleteId, coachId, day: DAY }, told);
  return { waiverId, seasonId, plannedWorkoutId, activityId, resultId, warningId, commentId, planEditId };
}

function warning(
  id: string,
  of: { athleteId: string; text: string; scope: "training" | "wellness" | "medical" },
) {
  const { athleteId, text, scope } = of;
  const evidence = [{ label: text, value: 1, unit: null, limit: null }];
  const days = { openedOn: DAY, lastSeenOn: DAY };
  return {
    id,
    athleteId,
    scope,
    kind: `kind-${scope}`,
    severity: "warn" as const,
    ...days,
    title: text,
    evidence,
  };
}

/** What the other consents show: wellness, health, places. */
async function makePrivateRows(owner: Tx, person: Athlete, of: Of & { activityId: string }): Promise<void> {
  const { athleteId, activityId } = of;
  const [wellness, medical, location] = [
    marker(person, "wellness"),
    marker(person, "medical"),
    marker(person, "location"),
  ];
  await owner.insert(schema.checkIns).values({ athleteId, localDate: DAY, sleepHours: 7, notes: wellness });
  await owner.insert(schema.checkInsMedical).values({ athleteId, localDate: DAY, ill: true, notes: medical });
  const [judged, said] = [{ athleteId, asOf: DAY }, { text: wellness }];
  await owner
    .insert(schema.athleteWellnessStates)
    .values({ ...judged, recoveryState: "caution", signals: [said] });
  await owner.insert(schema.recoveryAssessments).values({ ...judged, recovery: said });
  await owner
    .insert(schema.warnings)
    .values([
      warning(newId(), { athleteId, text: wellness, scope: "wellness" }),
      warning(newId(), { athleteId, text: medical, scope: "medical" }),
    ]);
  const bytes = Buffer.from(location);
  await owner
    .insert(schema.activityTracks)
    .values({ activityId, athleteId, codec: "raw", lat: bytes, lng: bytes });
}

/** Files, reports, sign-ins and invitations around an athlete. */
async function makeOfficeRows(owner: Tx, person: Athlete, { athleteId, orgId, coachId }: Of) {
  const [originalId, importBatchId, reportId] = [newId(), newId(), newId()];
  const [sessionId, invitationId] = [newId(), newId()];
  const file = { label: marker(person, "location"), kind: "gpx", encoding: "none" as const };
  const bytes = Buffer.from(marker(person, "location"));
  await owner
    .insert(schema.originals)
    .values({ id: originalId, athleteId, sha256: originalId, ...file, sizeBytes: bytes.length, bytes });
  await owner.insert(schema.importBatches).values({
    id: importBatchId,
    athleteId,
    kind: "files",
    state: "done",
    label: marker(person, "training"),
    startedBy: athleteId,
  });
  await owner.insert(schema.reports).values({
    id: reportId,
    readerId: coachId,
    orgId,
    kind: "digest",
    localDate: DAY,
    subject: marker(person, "training"),
    content: {
      orgName: marker(person, "training"),
      date: DAY,
      athletes: 1,
      needs: [],
      notes: [],
      yesterday: [],
      silent: [],
    },
  });
  const [tokenHash, otherHash] = [Buffer.from(sessionId), Buffer.from(invitationId)];
  const soon = new Date("2099-01-01");
  await owner.insert(schema.sessions).values({
    tokenHash,
    id: sessionId,
    userId: athleteId,
    lastSeenAt: new Date(),
    expiresAt: soon,
    userAgent: marker(person, "person"),
  });
  await owner.insert(schema.invitations).values({
    id: invitationId,
    orgId,
    email: `${marker(person, "person")}@invited.example.org`,
    role: "athlete",
    inviterId: coachId,
    tokenHash: otherHash,
    expiresAt: soon,
  });
  const office = { originalId, importBatchId, reportId, sessionId, invitationId };
  return { ...office, ...(await makeShared(owner, { orgId, coachId, athleteId })) };
}
