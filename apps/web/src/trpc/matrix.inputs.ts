import type { Ids } from "./matrix/world.ts";

/** The input of every procedure, made from somebody's ids. A procedure that is missing here fails the matrix. */
export const MATRIX_INPUTS: Record<string, (ids: Ids) => unknown> = {
  "account.me": () => undefined,
};
