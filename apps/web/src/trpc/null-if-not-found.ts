import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";

/** For pages: what is not there, or what no address of ours could name, becomes null; every other fault stays one. */
export function nullIfNotFound(error: unknown): null {
  if (!(error instanceof TRPCError)) throw error;
  if (error.code === "NOT_FOUND") return null;
  if (error.code === "BAD_REQUEST" && error.cause instanceof ZodError) return null;
  throw error;
}
