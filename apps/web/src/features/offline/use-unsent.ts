"use client";

import { useCallback, useSyncExternalStore } from "react";
import { uploadFile } from "#components/upload-file.ts";
import { useTRPCClient } from "#trpc/client.tsx";
import { FOR_USER } from "#trpc/for-user.ts";
import type { RouterInputs, RouterOutputs } from "#trpc/root.ts";
import {
  addUnsent,
  deliver,
  nothingUnsent,
  subscribeToUnsent,
  takeResult,
  type UnsentEntry,
  type UnsentPath,
  unsentState,
  withdraw,
} from "./unsent.ts";

type InputOf = {
  "log.log": RouterInputs["log"]["log"];
  "log.edit": RouterInputs["log"]["edit"];
  "log.remove": RouterInputs["log"]["remove"];
  "log.skip": RouterInputs["log"]["skip"];
  "checkIn.save": RouterInputs["checkIn"]["save"];
  /** A recording added on a day; the server knows it again by what it holds, so it may be sent twice. */
  "file.add": { mutationId: string; day: string; plannedWorkoutId: string | null; file: File };
};
type AnswerOf = {
  "log.log": RouterOutputs["log"]["log"];
  "log.edit": RouterOutputs["log"]["edit"];
  "log.remove": RouterOutputs["log"]["remove"];
  "log.skip": RouterOutputs["log"]["skip"];
  "checkIn.save": RouterOutputs["checkIn"]["save"];
  "file.add": AddedFile;
};

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
type Saved<P extends UnsentPath> = AnswerOf[P] | null;

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

function sendFile({ day, plannedWorkoutId, file }: InputOf["file.add"], owner?: string): Promise<AddedFile> {
  const query = new URLSearchParams({ day, ...(plannedWorkoutId ? { workout: plannedWorkoutId } : {}) });
  const signal = AbortSignal.timeout(FILE_PATIENCE_MS);
  return uploadFile<AddedFile>(`/api/activity-files?${query}`, file, { forUser: owner, signal });
}

function sendEntry(client: Client, { path, input }: Pick<UnsentEntry, "path" | "input">, owner?: string) {
  const options = { signal: AbortSignal.timeout(PATIENCE_MS), context: { [FOR_USER]: owner } };
  if (path === "file.add") return sendFile(input as InputOf["file.add"], owner);
  if (path === "log.log") return client.log.log.mutate(input as InputOf["log.log"], options);
  if (path === "log.edit") return client.log.edit.mutate(input as InputOf["log.edit"], options);
  if (path === "log.remove") return client.log.remove.mutate(input as InputOf["log.remove"], options);
  if (path === "log.skip") return client.log.skip.mutate(input as InputOf["log.skip"], options);
  return client.checkIn.save.mutate(input as InputOf["checkIn.save"], options);
}

/**
 * Saves on this device first and sends at once: a crash or a dead network after this loses nothing. What the
 * server refuses is thrown, for the form to show.
 */
export function useSave<P extends UnsentPath>(path: P) {
  const client = useTRPCClient();
  const send = useDeliver();
  return useCallback(
    async (input: InputOf[P], label: string): Promise<Saved<P>> => {
      const { mutationId } = input;
      const entry = { mutationId, path, input: { ...input }, label };
      const isKept = await addUnsent(entry).then(
        () => true,
        () => false,
      );
      // A browser that keeps nothing (a private window, a full disk) still sends.
      if (!isKept) return (await sendEntry(client, entry)) as AnswerOf[P];
      await send();
      const result = takeResult(mutationId);
      if (!result) return null;
      if ("answer" in result) return result.answer as AnswerOf[P];
      await withdraw(mutationId);
      throw result.error;
    },
    [client, path, send],
  );
}
