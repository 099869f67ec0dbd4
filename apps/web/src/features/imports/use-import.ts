"use client";

import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type UploadFault, uploadFile } from "#components/upload-file.ts";
import { useFreshPage } from "#components/use-fresh-page.ts";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";

export type Progress = { done: number; total: number; current: string };

const TRIES = 3;

/** Sends files one by one into one batch, keeps going past bad ones, and closes the batch at the end. */
export function useImport() {
  const trpc = useTRPC();
  const { refresh } = useFreshPage();
  const begin = useMutation(trpc.imports.begin.mutationOptions());
  const finish = useMutation(trpc.imports.finish.mutationOptions());
  const [progress, setProgress] = useState<Progress | null>(null);
  const [faults, setFaults] = useState<string[]>([]);
  const busy = useRef(false);

  async function run(files: readonly File[]) {
    if (busy.current) return;
    busy.current = true;
    setFaults([]);
    const batchId = newClientId();
    try {
      setProgress({ done: 0, total: files.length, current: "" });
      await begin.mutateAsync({ batchId, total: files.length, label: labelOf(files) });
      for (const [position, file] of files.entries()) {
        setProgress({ done: position, total: files.length, current: file.name });
        const fault = await sendOne(batchId, position, file);
        if (fault) setFaults((before) => [...before, `${file.name}: ${fault}`]);
      }
      setProgress({ done: files.length, total: files.length, current: "computing your loads" });
      await finish.mutateAsync({ batchId });
    } catch (error) {
      setFaults((before) => [...before, (error as Error).message]);
    }
    busy.current = false;
    setProgress(null);
    refresh();
  }
  return { run, progress, faults };
}

/** The same place of a batch is imported once, so that trying again is safe. */
async function sendOne(batchId: string, position: number, file: File): Promise<string | null> {
  let fault = "";
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    try {
      await uploadFile(
        `/api/import-files?${new URLSearchParams({ batch: batchId, position: `${position}` })}`,
        file,
      );
      return null;
    } catch (error) {
      fault = (error as Error).message;
      if (!(error as UploadFault).mayRetry) return fault;
    }
  }
  return fault;
}

function labelOf(files: readonly File[]): string {
  const [first] = files;
  return files.length === 1 && first ? first.name.slice(0, 200) : `${files.length} files`;
}
