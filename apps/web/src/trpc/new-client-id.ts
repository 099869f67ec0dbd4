/**
 * A UUIDv7 for a row or a mutation that the browser makes: sent twice, it is one. `crypto.randomUUID` would be
 * missing where a phone reaches the server over plain http.
 */
export function newClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const stamp = Date.now();
  for (let index = 0; index < 6; index++) bytes[index] = Math.floor(stamp / 2 ** (8 * (5 - index))) & 0xff;
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
