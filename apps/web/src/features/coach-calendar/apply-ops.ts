import type { RouterOutputs } from "#trpc/root.ts";
import { type Band, byPlace, type Chunk, type Op, type Workout } from "./calendar-data.ts";

type Changed = RouterOutputs["coachCalendar"]["change"];

/** A quarter as it will be when the server agrees; totals of a new workout are the server's to work out. */
export function applyOps(
  chunk: Chunk,
  ops: readonly Op[],
  found: (id: string) => Workout | undefined,
): Chunk {
  const workouts = new Map(chunk.workouts.map((workout) => [workout.id, workout]));
  const bands = new Map(chunk.bands.map((band) => [band.id, band]));
  for (const op of ops) {
    const old = found(op.id);
    if (op.op === "move" && old) workouts.set(op.id, moved(old, op, workouts));
    if (op.op === "edit" && old) workouts.set(op.id, { ...old, ...given(op) });
    if (op.op === "add") workouts.set(op.id, made(op));
    if (op.op === "remove") workouts.delete(op.id);
    if (op.op === "add-band" || op.op === "edit-band") bands.set(op.id, bandOf(op));
    if (op.op === "remove-band") bands.delete(op.id);
  }
  return within(chunk, workouts, bands);
}

/** A quarter with what the server made of a change. */
export function applyChanged(chunk: Chunk, changed: Changed): Chunk {
  const workouts = new Map(chunk.workouts.map((workout) => [workout.id, workout]));
  const bands = new Map(chunk.bands.map((band) => [band.id, band]));
  for (const workout of changed.workouts) {
    const { comments = 0, unread = 0 } = workouts.get(workout.id) ?? {};
    workouts.set(workout.id, { ...workout, comments, unread });
  }
  for (const band of changed.bands) bands.set(band.id, band);
  for (const id of changed.removed) {
    workouts.delete(id);
    bands.delete(id);
  }
  return within(chunk, workouts, bands);
}

function within(chunk: Chunk, workouts: Map<string, Workout>, bands: Map<string, Band>): Chunk {
  const inside = ({ date }: Workout) => chunk.from <= date && date <= chunk.to;
  const over = ({ from, to }: Band) => from <= chunk.to && to >= chunk.from;
  return {
    ...chunk,
    workouts: [...workouts.values()].filter(inside).sort(byPlace),
    bands: [...bands.values()].filter(over).sort((a, b) => a.from.localeCompare(b.from)),
  };
}

function moved(
  old: Workout,
  op: Extract<Op, { op: "move" }>,
  workouts: ReadonlyMap<string, Workout>,
): Workout {
  if (op.place !== undefined) return { ...old, date: op.to, position: op.place - 0.5 };
  if (op.to === old.date) return old;
  const places = [...workouts.values()].filter(({ date }) => date === op.to).map(({ position }) => position);
  return { ...old, date: op.to, position: Math.max(-1, ...places) + 1, status: "planned" };
}

function given({ op: _o, id: _i, version: _v, ...fields }: Extract<Op, { op: "edit" }>): Partial<Workout> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function made(op: Extract<Op, { op: "add" }>): Workout {
  return {
    id: op.id,
    version: 1,
    seasonId: null,
    date: op.date,
    position: 99,
    libraryId: op.libraryId ?? null,
    kind: op.kind,
    hard: op.hard,
    title: op.title,
    text: op.text ?? "",
    distanceM: op.distanceM ?? null,
    durationS: op.durationS ?? null,
    load: op.load ?? null,
    coachNote: op.coachNote ?? null,
    status: "planned",
    statusReason: null,
    grade: null,
    gradeReason: null,
    draft: false,
    comments: 0,
    unread: 0,
  };
}

function bandOf(op: Extract<Op, { op: "add-band" | "edit-band" }>): Band {
  const version = op.op === "edit-band" ? op.version : 1;
  return { id: op.id, version, kind: op.kind, from: op.from, to: op.to, note: op.note ?? null };
}
