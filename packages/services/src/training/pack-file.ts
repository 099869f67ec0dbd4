import type { ActivityFile, FileSession } from "@repo/services/files";
import { type PackedSamples, packSamples } from "./pack-samples.ts";

/** A session of a file whose samples are packed as they are kept; null where it has none. */
export type PackedSession = Omit<FileSession, "samples"> & { packed: PackedSamples | null };
export type PackedFile = Omit<ActivityFile, "sessions"> & { sessions: PackedSession[] };

/** A file as it is kept: a hundredth of the memory of its samples, so that many can wait to be written together. */
export function packFile({ sessions, ...file }: ActivityFile): PackedFile {
  return {
    ...file,
    sessions: sessions.map(({ samples, ...session }) => ({
      ...session,
      packed: samples.timeS.length > 0 ? packSamples(samples, file.device) : null,
    })),
  };
}
