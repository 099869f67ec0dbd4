import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { accountRouter } from "#features/account/router.ts";
import { athleteRouter } from "#features/athlete/router.ts";
import { firstRunRouter } from "#features/first-run/router.ts";
import { invitationRouter } from "#features/invitation/router.ts";
import { organisationRouter } from "#features/organisation/router.ts";
import { peopleRouter } from "#features/people/router.ts";
import { profileRouter } from "#features/profile/router.ts";
import { reportsRouter } from "#features/reports/router.ts";
import { rosterRouter } from "#features/roster/router.ts";
import { seasonRouter } from "#features/season/router.ts";
import { workoutsRouter } from "#features/workouts/router.ts";
import { createCallerFactory, router } from "./init.ts";

/** Every procedure. A feature adds one line here and its inputs to matrix.inputs.ts. */
export const appRouter = router({
  workouts: workoutsRouter,
  season: seasonRouter,
  athlete: athleteRouter,
  account: accountRouter,
  firstRun: firstRunRouter,
  invitation: invitationRouter,
  organisation: organisationRouter,
  people: peopleRouter,
  profile: profileRouter,
  reports: reportsRouter,
  roster: rosterRouter,
});

export type AppRouter = typeof appRouter;
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;
export const createCaller = createCallerFactory(appRouter);
