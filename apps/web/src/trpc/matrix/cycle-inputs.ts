import type { Ids } from "./world.ts";

/** The inputs of the procedures of cycles, squads and kept workouts: what coaches share. */
export const CYCLE_INPUTS: Record<string, (ids: Ids) => unknown> = {
  "cycles.list": ({ orgId }) => ({ orgId }),
  "cycles.get": ({ orgId, cycleId }) => ({ orgId, cycle: { cycleId } }),
  "cycles.ofSeason": ({ athleteId, seasonId }) => ({ athleteId, seasonId }),
  "cycles.save": ({ orgId }) => ({
    orgId,
    mutationId: crypto.randomUUID(),
    id: crypto.randomUUID(),
    name: "Another",
    content: CYCLE,
  }),
  "cycles.readPlan": ({ orgId }) => ({ orgId, text: PLAN }),
  "cycles.saveVersion": (ids) => ({ ...cycleOf(ids), version: 1, content: CYCLE }),
  "cycles.archive": ({ orgId, cycleId }) => ({ orgId, cycleId, version: 1 }),
  "cycles.preview": (ids) => givingOf(ids),
  "cycles.assign": (ids) => ({ ...givingOf(ids), mutationId: crypto.randomUUID(), name: "Another" }),
  "cycles.previewRollOut": ({ orgId, cycleId }) => ({ orgId, cycleId }),
  "cycles.rollOut": (ids) => cycleOf(ids),
  "cycles.undoRollOut": (ids) => ({ ...cycleOf(ids), rollOutId: crypto.randomUUID() }),
  "workouts.kept": () => undefined,
  "workouts.versions": ({ orgId, libraryWorkoutId }) => ({ orgId, id: libraryWorkoutId }),
  "workouts.read": ({ orgId }) => ({ orgId, text: "5km easy" }),
  "workouts.keep": ({ orgId }) => ({
    orgId,
    mutationId: crypto.randomUUID(),
    workouts: [{ id: crypto.randomUUID(), ...WORKOUT }],
  }),
  "workouts.revise": (ids) => ({ ...keptOf(ids), ...WORKOUT }),
  "workouts.file": (ids) => ({ ...keptOf(ids), facets: { folder: "Track" } }),
  "workouts.archive": (ids) => keptOf(ids),
  "squads.list": () => undefined,
  "squads.save": ({ orgId, squadId, athleteId }) => ({
    orgId,
    id: squadId,
    name: "Another",
    athleteIds: [athleteId],
  }),
  "squads.remove": ({ orgId, squadId }) => ({ orgId, id: squadId }),
  "squads.table": () => undefined,
  "squads.views": () => undefined,
  "squads.saveView": () => ({ id: crypto.randomUUID(), name: "Mine", view: VIEW }),
  "squads.removeView": () => ({ id: crypto.randomUUID() }),
  "squads.previewExport": ({ orgId, athleteId, day }) => {
    return { orgId, athleteIds: [athleteId], from: day, to: day };
  },
  "squads.write": ({ orgId, athleteId }) => ({
    orgId,
    mutationId: crypto.randomUUID(),
    athleteIds: [athleteId],
    body: "A word",
  }),
};

const VIEW = { sort: "name", down: false, squad: null, find: "", columns: ["form"] };

/** A plan of one day. */
const PLAN = JSON.stringify({
  title: "A plan",
  units: "km",
  workouts: [{ description: "Easy", totalDistance: 8 }],
});

/** A week with one easy run. */
const CYCLE = {
  format: "mesocycle/cycle",
  version: 1,
  level: null,
  races: [],
  weeks: [
    {
      phase: "base",
      targetKm: 10,
      cutback: false,
      workouts: [
        {
          day: 1,
          workout: null,
          kind: "easy",
          hard: false,
          title: "Easy",
          text: "30min @easy",
          durationS: null,
          load: null,
          distanceM: null,
        },
      ],
    },
  ],
};

const WORKOUT = { title: "Easy", kind: "easy", hard: false, text: "5km easy" };

function keptOf({ orgId, libraryWorkoutId }: Ids) {
  return { orgId, id: libraryWorkoutId, version: 1, mutationId: crypto.randomUUID() };
}

function cycleOf({ orgId, cycleId }: Ids) {
  return { orgId, cycleId, mutationId: crypto.randomUUID() };
}

function givingOf({ orgId, cycleId, athleteId }: Ids) {
  const anchor = { kind: "start", date: "2199-01-07" };
  return { orgId, cycle: { cycleId }, anchor, athletes: [{ athleteId }] };
}
