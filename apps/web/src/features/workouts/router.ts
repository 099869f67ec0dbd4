import {
  ArchiveWorkoutInput,
  archiveWorkout,
  FileWorkoutInput,
  fileWorkout,
  KeepWorkoutsInput,
  keepWorkouts,
  libraryVersions,
  listLibrary,
  ReadWorkoutsInput,
  ReviseWorkoutInput,
  readWorkouts,
  reviseWorkout,
} from "@repo/services/library";
import { getPacing } from "@repo/services/plan";
import { z } from "zod";
import { coachOfProcedure, orgProcedure, router, signedInProcedure } from "#trpc/init.ts";

const reading = () => orgProcedure({ roles: ["owner", "head-coach", "coach", "assistant"] });
const planning = () => orgProcedure({ roles: ["owner", "head-coach", "coach"] });

/** The product's library is part of the program; the server keeps a coach's own, and whom the paces are for. */
export const workoutsRouter = router({
  /** What an athlete's targets are resolved from today. */
  pacing: coachOfProcedure({ scope: "training", write: false, orSelf: true }).query(({ ctx, input }) =>
    getPacing(ctx, input),
  ),

  /** Every workout the caller keeps, and those that colleagues share. */
  kept: signedInProcedure.query(({ ctx }) => listLibrary(ctx)),

  versions: reading()
    .input(z.strictObject({ orgId: z.uuid(), id: z.uuid() }))
    .query(({ ctx, input }) => libraryVersions(ctx, input)),

  /** Workouts of other programs, to be looked at before they are kept. A mutation for its length alone. */
  read: planning()
    .input(ReadWorkoutsInput)
    .mutation(({ input }) => readWorkouts(input)),

  keep: planning()
    .input(KeepWorkoutsInput)
    .mutation(({ ctx, input }) => keepWorkouts(ctx, input)),

  revise: planning()
    .input(ReviseWorkoutInput)
    .mutation(({ ctx, input }) => reviseWorkout(ctx, input)),

  file: planning()
    .input(FileWorkoutInput)
    .mutation(({ ctx, input }) => fileWorkout(ctx, input)),

  archive: planning()
    .input(ArchiveWorkoutInput)
    .mutation(({ ctx, input }) => archiveWorkout(ctx, input)),
});
