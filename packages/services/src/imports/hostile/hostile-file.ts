/** A file made to hurt, and what must become of it: a stored session, or a sentence that names the fault. */
export type HostileFile = { name: string; make: () => Uint8Array; ends: "stored" | RegExp };

/** A hostile file from its bytes or text. */
export function file(name: string, make: () => Uint8Array | string, ends: "stored" | RegExp): HostileFile {
  return { name, make: () => joined(make()), ends };
}

export function zeros(megabytes: number): Uint8Array {
  return new Uint8Array(megabytes * 1024 * 1024);
}

export function joined(...parts: (Uint8Array | string)[]): Uint8Array {
  return Buffer.concat(
    parts.map((part) => (typeof part === "string" ? new TextEncoder().encode(part) : part)),
  );
}

/** A copy with some bytes changed. */
export function changed(source: Uint8Array, change: (view: DataView, copy: Uint8Array) => void): Uint8Array {
  const copy = Uint8Array.from(source);
  change(new DataView(copy.buffer), copy);
  return copy;
}
