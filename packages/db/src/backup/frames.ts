import type { Writable } from "node:stream";

/**
 * A backup is a stream of frames: a byte for the kind, four for the length, then the content. `head`, `table` and
 * `manifest` hold JSON, `rows` a piece of what COPY gives for the table before it.
 */
export const FRAME = { head: 1, table: 2, rows: 3, manifest: 4 } as const;
export type FrameKind = (typeof FRAME)[keyof typeof FRAME];

const LONGEST = 1 << 30;

/** Writes one frame, and waits while the receiver is behind. */
export async function writeFrame(to: Writable, kind: FrameKind, content: Uint8Array): Promise<void> {
  const head = Buffer.alloc(5);
  head.writeUInt8(kind, 0);
  head.writeUInt32BE(content.length, 1);
  to.write(head);
  if (!to.write(content)) await new Promise<void>((resume) => to.once("drain", resume));
}

/** The frames of a stream. @throws when it ends within one, or is no backup at all */
export async function* readFrames(
  from: AsyncIterable<Buffer>,
): AsyncGenerator<{ kind: FrameKind; content: Buffer }> {
  let waiting: Buffer = Buffer.alloc(0);
  for await (const chunk of from) {
    waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
    while (waiting.length >= 5) {
      const kind = waiting.readUInt8(0);
      const length = waiting.readUInt32BE(1);
      if (kind < 1 || kind > 4 || length > LONGEST)
        throw new Error("This file is not a backup of Mesocycle.");
      if (waiting.length < 5 + length) break;
      yield { kind: kind as FrameKind, content: waiting.subarray(5, 5 + length) };
      waiting = waiting.subarray(5 + length);
    }
  }
  if (waiting.length > 0) throw new Error("This backup is cut short.");
}
