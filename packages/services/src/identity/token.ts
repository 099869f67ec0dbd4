import { createHash, randomBytes } from "node:crypto";

/** 256 random bits as text for a cookie or a link. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a token: who reads the database cannot sign in with it. */
export function hashToken(token: string): Uint8Array {
  return createHash("sha256").update(token).digest();
}
