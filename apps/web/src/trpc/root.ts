import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { accountRouter } from "#features/account/router.ts";
import { athleteRouter } from "#features/athlete/router.ts";
import { calendarRouter } from "#features/calendar/router.ts";
import { checkInRouter } from "#features/check-in/router.ts";
import { coachCalendarRouter } from "#features/coach-calendar/router.ts";
import { cyclesRouter } from "#features/cycles/router.ts";
import { filesOutRouter } from "#features/files-out/router.ts";
import { firstRunRouter } from "#features/first-run/router.ts";
import { importsRouter } from "#features/imports/router.ts";
import { inboxRouter } from "#features/inbox/router.ts";
import { invitationRouter } from "#features/invitation/router.ts";
import { logRouter } from "#features/log/router.ts";
import { operationsRouter } from "#features/operations/router.ts";
import { organisationRouter } from "#features/organisation/router.ts";
import { peopleRouter } from "#features/people/router.ts";
import { profileRouter } from "#features/profile/router.ts";
import { progressRouter } from "#features/progress/router.ts";
import { reportsRouter } from "#features/reports/router.ts";
import { rosterRouter } from "#features/roster/router.ts";
import { rulesRouter } from "#features/rules/router.ts";
import { seasonRouter } from "#features/season/router.ts";
import { squadsRouter } from "#features/squads/router.ts";
import { talkRouter } from "#features/talk/router.ts";
import { todayRouter } from "#features/today/router.ts";
import { workoutsRouter } from "#features/workouts/router.ts";
import { createCallerFactory, router } from "./init.ts";

/** Every procedure. A feature adds one line here and its inputs to matrix.inputs.ts. */
export const appRouter = router({
  workouts: workoutsRouter,
  season: seasonRouter,
  coachCalendar: coachCalendarRouter,
  cycles: cyclesRouter,
  squads: squadsRouter,
  rules: rulesRouter,
  athlete: athleteRouter,
  account: accountRouter,
  firstRun: firstRunRouter,
  inbox: inboxRouter,
  invitation: invitationRouter,
  operations: operationsRouter,
  organisation: organisationRouter,
  people: peopleRouter,
  profile: profileRouter,
  reports: reportsRouter,
  roster: rosterRouter,
  today: todayRouter,
  log: logRouter,
  talk: talkRouter,
  checkIn: checkInRouter,
  calendar: calendarRouter,
  progress: progressRouter,
  imports: importsRouter,
  filesOut: filesOutRouter,
});

export type AppRouter = typeof appRouter;
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;
export const createCaller = createCallerFactory(appRouter);
