import type { Authz } from "../authz.ts";
import type { Context } from "../context.ts";
import { MATRIX_INPUTS, MAY_FIND_NOTHING } from "../matrix.inputs.ts";
import { GUARDED_ROUTES } from "../matrix.routes.ts";
import { appRouter, createCaller } from "../root.ts";
import { refusalOf } from "./refusal-of.ts";
import type { Ids } from "./world.ts";

/** A procedure, to be called with any input. */
type ProcedureSubject = Subject & { callWith: (ctx: Context, input: unknown) => Promise<unknown> };

/** What the matrix asks: a procedure, or a method of a route handler. */
export type Subject = {
  name: string;
  authz: Authz | undefined;
  /** Whether it may change rows. */
  changes: boolean;
  /** Whether "not found" may be the answer to somebody who may call it. */
  mayFindNothing: boolean;
  call: (ctx: Context, ids: Ids) => Promise<unknown>;
};

type Procedure = { _def: { type: "query" | "mutation" | "subscription"; meta?: { authz?: Authz } } };
type Callable = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;

export function procedureSubjects(): ProcedureSubject[] {
  const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);
  return procedures.map(([name, { _def }]) => {
    const callWith = async (ctx: Context, input: unknown) => {
      const [feature = "", procedure = ""] = name.split(".");
      const caller = createCaller(ctx) as unknown as Callable;
      return await caller[feature]?.[procedure]?.(input);
    };
    return {
      name,
      authz: _def.meta?.authz,
      changes: _def.type === "mutation",
      mayFindNothing: MAY_FIND_NOTHING.has(name),
      callWith,
      call: (ctx, ids) => callWith(ctx, MATRIX_INPUTS[name]?.(ids)),
    };
  });
}

export async function routeSubjects(): Promise<Subject[]> {
  const subjects: Subject[] = [];
  for (const [folder, { load, methods }] of Object.entries(GUARDED_ROUTES)) {
    const module = await load();
    for (const [method, ask] of Object.entries(methods)) {
      const handler = module[method as keyof typeof module];
      if (!handler) throw new Error(`${folder} has no ${method}; see matrix.routes.ts`);
      const call: Subject["call"] = async (ctx, ids) => {
        const { params, search = "", headers, body } = ask(ids);
        const request = new Request(`http://localhost:3000/${folder}${search}`, { method, headers, body });
        return await refusalOf(await handler.answer(request, params, ctx));
      };
      subjects.push({
        name: `${method} /${folder}`,
        authz: handler.authz,
        changes: method !== "GET",
        mayFindNothing: false,
        call,
      });
    }
  }
  return subjects;
}
