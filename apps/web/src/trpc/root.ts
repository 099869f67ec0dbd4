import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { accountRouter } from "#features/account/router.ts";
import { createCallerFactory, router } from "./init.ts";

/** Every procedure. A feature adds one line here and its inputs to matrix.inputs.ts. */
export const appRouter = router({
  account: accountRouter,
});

export type AppRouter = typeof appRouter;
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;
export const createCaller = createCallerFactory(appRouter);
