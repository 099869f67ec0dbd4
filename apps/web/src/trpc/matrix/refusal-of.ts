import { TRPCError } from "@trpc/server";

const CODES: Record<number, TRPCError["code"]> = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  409: "CONFLICT",
};

/** A route's answer as a procedure would give it: its text, or the error that its status stands for. */
export async function refusalOf(response: Response): Promise<string> {
  const text = Buffer.from(await response.arrayBuffer()).toString("latin1");
  if (response.ok) return text;
  throw new TRPCError({ code: CODES[response.status] ?? "INTERNAL_SERVER_ERROR", message: text });
}
