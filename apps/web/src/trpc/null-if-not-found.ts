import { TRPCError } from "@trpc/server";

/** For pages: what is not there becomes null, every other fault stays one. */
export function nullIfNotFound(error: unknown): null {
  if (error instanceof TRPCError && error.code === "NOT_FOUND") return null;
  throw error;
}
