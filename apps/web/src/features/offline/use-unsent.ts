"use client";

import { getUntypedClient } from "@trpc/client";
import { useCallback, useSyncExternalStore } from "react";
import { uploadFile } from "#components/upload-file.ts";
import { useTRPCClient } from "#trpc/client.tsx";
import { FOR_USER } from "#trpc/for-user.ts";
import type { RouterInputs, RouterOutputs } from "#trpc/root.ts";
import {
  addUnsent,
  deliver,
  nothingUnsent,
  resultOf,
  subscribeToUnsent,
  takeResult,
  type UnsentEntry,
  type UnsentPath,
  unsentState,
  withdraw,
} from "./unsent.ts";

type At<T, P> = P extends `${infer Router}.${infer Name}`
  ? Router extends keyof T
    ? Name extends keyof T[Router]
      ? T[Router][Name]
      : never
    : never
  : never;
/** A recording added on a day; the server knows it again by what it holds, so it may be sent twice. */
type FileInput = { mutationId: string; day: string; plannedWorkoutId: string | null; file: File };
type InputOf<P extends UnsentPath> = P extends "file.add" ? FileInput : At<RouterInputs, P>;
type AnswerOf<P extends UnsentPath> = P extends "file.add" ? AddedFile : At<RouterOutputs, P>;

/** What became of a file that was added on a day. */
export type AddedFile = {
  sessions: {
    state: "added" | "updated" | "duplicate";
    activityId: string;
    localDate: string;
    because?: string;
    originalId?: string;
  }[];
  warnings: { text: string }[];
  device: string | null;
};
/** Null: it waits on this device. */
type Saved<P extends UnsentPath> = AnswerOf<P> | null;

/** Marks a mutation that is kept on this device and sent from there, whatever the network. */
export const KEPT_SAVE = { isKept: true };
/** How such a mutation is made: the device's list is what waits and tries again. */
export const keptMutation = { networkMode: "always", retry: false, meta: KEPT_SAVE } as const;

const PATIENCE_MS = 20_000;
/** A recording of megabytes over a slow network. */
const FILE_PATIENCE_MS = 180_000;

export function useUnsent() {
  return useSyncExternalStore(subscribeToUnsent, unsentState, nothingUnsent);
}

/** Sends what waits; resolves with how many arrived. */
export function useDeliver(): () => Promise<number> {
  const client = useTRPCClient();
  return useCallback(() => deliver((entry, owner) => sendEntry(client, entry, owner)), [client]);
}

type Client = ReturnType<typeof useTRPCClient>;

function sendFile({ day, plannedWorkoutId, file }: FileInput, owner?: string): Promise<AddedFile> {
  const query = new URLSearchParams({ day, ...(plannedWorkoutId ? { workout: plannedWorkoutId } : {}) });
  const signal = AbortSignal.timeout(FILE_PATIENCE_MS);
  return uploadFile<AddedFile>(`/api/activity-files?${query}`, file, { forUser: owner, signal });
}

function sendEntry(client: Client, { path, input }: Pick<UnsentEntry, "path" | "input">, owner?: string) {
  const options = { signal: AbortSignal.timeout(PATIENCE_MS), context: { [FOR_USER]: owner } };
  if (path === "file.add") return sendFile(input as FileInput, owner);
  return getUntypedClient(client).mutation(path, input, options);
}

/**
 * Saves on this device first and sends at once: a crash or a dead network after this loses nothing. What the
 * server refuses is thrown, for the form to show.
 */
export function useSave<P extends UnsentPath>(path: P) {
  const send = useKeptSend(path);
  return useCallback(
    async (input: InputOf<P>, label: string): Promise<Saved<P>> => {
      const { mutationId } = input as Identified;
      return await send(input, label, async () => takeResult(mutationId));
    },
    [send],
  );
}

/**
 * The same, for a page that shows the change at once: it waits for the answer as long as the page is open. Null: another
 * page sent it.
 */
export function useSaveAndWait<P extends UnsentPath>(path: P) {
  const send = useKeptSend(path);
  return useCallback(
    async (input: InputOf<P>, label: string): Promise<Saved<P>> => {
      const { mutationId } = input as Identified;
      return await send(input, label, () => resultOf(mutationId));
    },
    [send],
  );
}

type Identified = { mutationId: string };
type Result = Awaited<ReturnType<typeof resultOf>>;

function useKeptSend<P extends UnsentPath>(path: P) {
  const client = useTRPCClient();
  const deliverAll = useDeliver();
  return useCallback(
    async (input: InputOf<P>, label: string, result: () => Promise<Result>): Promise<Saved<P>> => {
      const { mutationId } = input as Identified;
      const entry = { mutationId, path, input: { ...(input as object) }, label };
      const isKept = await addUnsent(entry).then(
        () => true,
        () => false,
      );
      // A browser that keeps nothing (a private window, a full disk) still sends.
      if (!isKept) return (await sendEntry(client, entry)) as AnswerOf<P>;
      await deliverAll();
      const said = await result();
      if (!said) return null;
      if ("answer" in said) return said.answer as AnswerOf<P>;
      await withdraw(mutationId);
      throw said.error;
    },
    [client, path, deliverAll],
  );
}
