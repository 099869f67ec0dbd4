"use client";

import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type UploadFault, uploadFile } from "#components/upload-file.ts";
import { useFreshPage } from "#components/use-fresh-page.ts";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";

/** Bytes of all files that have arrived, and the file that is on its way. */
export type Progress = { sentBytes: number; totalBytes: number; current: string };

/** What one request holds; the server refuses more than 8 MB. */
const PIECE_BYTES = 4 * 1024 * 1024;
/** A server that starts again takes some seconds. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000];

/** Sends files in pieces into one batch, keeps going past bad ones, and hands the batch to the worker. */
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
    const totalBytes = files.reduce((sum, file) => sum + file.size, 0);
    let sentBytes = 0;
    const show = (current: string) => setProgress({ sentBytes, totalBytes, current });
    try {
      show("");
      await begin.mutateAsync({ batchId, total: files.length, label: labelOf(files) });
      for (const [position, file] of files.entries()) {
        const fault = await sendFile({ batchId, position, file }, (bytes) => {
          sentBytes += bytes;
          show(file.name);
        });
        if (fault) setFaults((before) => [...before, `${file.name}: ${fault}`]);
      }
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

type Place = { batchId: string; position: number; file: File };

async function sendFile(place: Place, onSent: (bytes: number) => void): Promise<string | null> {
  const pieces = Math.max(1, Math.ceil(place.file.size / PIECE_BYTES));
  for (let piece = 0; piece < pieces; piece += 1) {
    const part = place.file.slice(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES);
    const fault = await sendPiece({ ...place, piece, pieces }, new File([part], place.file.name));
    if (fault) return fault;
    onSent(part.size);
  }
  return null;
}

/** The same piece is kept once, so that trying again is safe. */
async function sendPiece(
  place: Place & { piece: number; pieces: number },
  part: File,
): Promise<string | null> {
  const search = new URLSearchParams({
    batch: place.batchId,
    position: String(place.position),
    piece: String(place.piece),
    pieces: String(place.pieces),
  });
  for (const pause of [...PAUSES_MS, null]) {
    try {
      await uploadFile(`/api/import-files?${search}`, part);
      return null;
    } catch (error) {
      if (pause === null || !(error as UploadFault).mayRetry) return (error as Error).message;
      await new Promise((resume) => setTimeout(resume, pause));
    }
  }
  return null;
}

function labelOf(files: readonly File[]): string {
  const [first] = files;
  return files.length === 1 && first ? first.name.slice(0, 200) : `${files.length} files`;
}
