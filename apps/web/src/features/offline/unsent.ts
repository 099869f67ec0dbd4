"use client";

import { createStore, del, get, type UseStore, update } from "idb-keyval";
import { type Failing, failedOnceMore, isHopeless, isStumble } from "./failing.ts";
import { followVersions, upToDate } from "./follow-versions.ts";

/** What may wait for a connection: what an athlete says of a day or adds to it, and what a coach changes in a plan. */
export type UnsentPath =
  | "log.log"
  | "log.edit"
  | "log.remove"
  | "log.skip"
  | "checkIn.save"
  | "file.add"
  | "coachCalendar.change"
  | "coachCalendar.undo"
  | "coachCalendar.pair"
  | "season.moveWorkout"
  | "season.deleteWorkout"
  | "season.applyFix"
  | "season.waive"
  | "season.unwaive"
  | "season.undo";

export type UnsentEntry = Failing & {
  /** UUIDv7 made on this device: the server does it once, however often it is sent. */
  mutationId: string;
  path: UnsentPath;
  input: Record<string, unknown>;
  /** What it is, in words for its owner. */
  label: string;
  /** Why the server will not have it; null while it waits. */
  refused: string | null;
};

type Send = (entry: UnsentEntry, owner: string) => Promise<unknown>;
type Result = { answer: unknown } | { error: unknown };
/** Why something still waits. */
type Halt = "away" | "signed-out" | null;
type State = { entries: readonly UnsentEntry[]; halt: Halt };

const NOTHING: State = { entries: [], halt: null };
const LOCK = "mesocycle-unsent";

let store: UseStore | undefined;
let owner: string | null = null;
let state: State = NOTHING;
let turn: Promise<unknown> = Promise.resolve();
const results = new Map<string, Result>();
const listeners = new Set<() => void>();

/** There is one list for each account: what another account left on this device is neither shown nor sent. */
export async function openUnsent(userId: string): Promise<void> {
  owner = userId;
  await look();
}

export function subscribeToUnsent(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const unsentState = () => state;
export const nothingUnsent = () => NOTHING;

export async function addUnsent(entry: Omit<UnsentEntry, "refused">): Promise<void> {
  await change((entries) => {
    const others = entries.filter(({ mutationId }) => mutationId !== entry.mutationId);
    const earlier = others.find((each) => isChangedAgain(each, entry));
    const input = { ...earlier?.input, ...entry.input };
    return [...others.filter((each) => each !== earlier), { ...entry, input, refused: null }];
  });
}

/** Two changes of one session as it was: sent one after the other the second would come too late. */
function isChangedAgain(waiting: UnsentEntry, { path, input }: Pick<UnsentEntry, "path" | "input">): boolean {
  if (path !== "log.edit" || waiting.path !== path || waiting.refused !== null) return false;
  return waiting.input.id === input.id && waiting.input.version === input.version;
}

/** Takes back what has not been sent. */
export async function withdraw(mutationId: string): Promise<void> {
  await change((entries) => entries.filter((entry) => entry.mutationId !== mutationId));
}

/** Lets an entry that was put aside wait again, behind those that came after it. */
export async function sendAgain(mutationId: string): Promise<void> {
  await change((entries) => {
    const entry = entries.find((each) => each.mutationId === mutationId);
    if (!entry) return entries;
    const { failures: _f, failedAt: _a, ...rest } = entry;
    return [...entries.filter((each) => each !== entry), { ...rest, refused: null }];
  });
}

/** What the server said of an entry that was sent from this page, once. */
export function takeResult(mutationId: string): Result | undefined {
  const result = results.get(mutationId);
  results.delete(mutationId);
  return result;
}

/** What the server says of an entry once it has been sent; undefined where another page sent it or somebody took it back. */
export function resultOf(mutationId: string): Promise<Result | undefined> {
  return new Promise((resolve) => {
    const stop = subscribeToUnsent(look);
    function look() {
      const result = takeResult(mutationId);
      if (!result && state.entries.some((entry) => entry.mutationId === mutationId)) return;
      stop();
      resolve(result);
    }
    look();
  });
}

/**
 * Sends what waits, oldest first, one after another and from one tab at a time. Stops where the server does not
 * answer or asks for a sign-in; what it refuses, or fails over again and again, is kept with the reason, and the next
 * one goes on.
 *
 * @returns how many arrived
 */
export async function deliver(send: Send): Promise<number> {
  const mine = owner;
  if (!mine) return 0;
  return await exclusively(async () => {
    let arrived = 0;
    for (;;) {
      const next = (await read()).find(({ refused }) => refused === null);
      if (!next) return settle(null, arrived);
      try {
        const answer = await send({ ...next, input: upToDate(next.input) }, mine);
        followVersions(answer);
        results.set(next.mutationId, { answer });
        await passBy(next.mutationId);
        arrived += 1;
      } catch (error) {
        const halt = haltOf(error);
        if (halt && !(await isPutAside(next, error))) return settle(halt, arrived);
        results.set(next.mutationId, { error });
        if (!halt) await amend(next.mutationId, { refused: (error as Error).message });
      }
    }
  });
}

/** Takes out what arrived; what waits behind it rests on what it made. */
async function passBy(mutationId: string): Promise<void> {
  await change((entries) =>
    entries
      .filter((entry) => entry.mutationId !== mutationId)
      .map((entry) => ({ ...entry, input: upToDate(entry.input) })),
  );
}

/** Leaves nothing of this account in the browser's database. */
export async function eraseUnsent(): Promise<void> {
  if (owner) await del(keyOf(owner), theStore());
  results.clear();
  state = NOTHING;
  tell();
}

function settle(halt: Halt, arrived: number): number {
  if (halt !== state.halt) {
    state = { ...state, halt };
    tell();
  }
  return arrived;
}

/** Counts a failure of the server over an entry; true when the others shall not wait for it any longer. */
async function isPutAside(entry: UnsentEntry, error: unknown): Promise<boolean> {
  if (!isStumble(statusOf(error))) return false;
  const failing = failedOnceMore(entry, Date.now());
  const hopeless = isHopeless(failing);
  const refused = hopeless
    ? "The server failed over it again and again, so what came after went first."
    : null;
  await amend(entry.mutationId, { ...failing, refused });
  return hopeless;
}

async function amend(mutationId: string, by: Partial<UnsentEntry>): Promise<void> {
  await change((entries) =>
    entries.map((entry) => (entry.mutationId === mutationId ? { ...entry, ...by } : entry)),
  );
}

function statusOf(error: unknown): number | undefined {
  return (error as { data?: { httpStatus?: number } | null }).data?.httpStatus;
}

/** Null where the server has decided, so that asking again would not help. */
function haltOf(error: unknown): Halt {
  const status = statusOf(error);
  if (status === 401) return "signed-out";
  return status === undefined || status === 408 || status === 429 || status >= 500 ? "away" : null;
}

async function change(by: (entries: UnsentEntry[]) => UnsentEntry[]): Promise<void> {
  if (!owner) throw new Error("What waits on this device is not open yet.");
  await update<UnsentEntry[]>(keyOf(owner), (entries) => by(entries ?? []), theStore());
  await look();
}

async function look(): Promise<void> {
  const entries = await read();
  if (entries.length === 0 && state.entries.length === 0) return;
  state = { ...state, entries };
  tell();
}

async function read(): Promise<UnsentEntry[]> {
  return owner ? ((await get<UnsentEntry[]>(keyOf(owner), theStore())) ?? []) : [];
}

function tell(): void {
  for (const listener of listeners) listener();
}

function keyOf(userId: string): string {
  return `unsent:${userId}`;
}

function theStore(): UseStore {
  store ??= createStore("mesocycle", "unsent");
  return store;
}

/** Locks hold across tabs; plain http has none, and there one tab waits for itself. */
async function exclusively<T>(work: () => Promise<T>): Promise<T> {
  if ("locks" in navigator) return (await navigator.locks.request(LOCK, work)) as T;
  const mine = turn.then(work);
  turn = mine.catch(() => undefined);
  return await mine;
}
