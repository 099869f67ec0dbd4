/** The text of bytes that a stranger sent: UTF-8, UTF-16 by its mark or its zeros, Latin-1 where an XML head says so. */
export function decodeText(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  return text.includes("\u0000") ? text.replaceAll("\u0000", "") : text;
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && b !== undefined)) return "utf-16be";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const named = /encoding=["']([\w-]+)["']/i.exec(head)?.[1]?.toLowerCase();
  return named && /^(iso-8859-1|iso-8859-15|latin1|windows-1252)$/.test(named) ? "windows-1252" : "utf-8";
}
