import {
  AddResultInput,
  acceptSuggestion,
  addResult,
  DismissSuggestionInput,
  deleteResult,
  dismissSuggestion,
  getProfile,
  getTimeline,
  listRacesAhead,
  listResults,
  listSuggestions,
  mayPlanFor,
  SettleSuggestionInput,
  UpdateProfileInput,
  updateProfile,
} from "@repo/services/athlete";
import { TimeZone } from "@repo/services/identity";
import { trainOneself } from "@repo/services/organisation";
import { z } from "zod";
import { coachOfProcedure, router, signedInProcedure } from "#trpc/init.ts";

const reading = () => coachOfProcedure({ scope: "training", write: false, orSelf: true });
const writing = () => coachOfProcedure({ scope: "training", write: true, orSelf: true });

/** An athlete's training profile, for the athlete and for coaches who see their training. */
export const profileRouter = router({
  /** A coach, or a runner without one, becomes their own athlete. */
  trainOneself: signedInProcedure
    .input(z.strictObject({ timeZone: TimeZone }))
    .mutation(({ ctx, input }) => trainOneself(ctx, input)),

  get: reading().query(async ({ ctx, input }) => {
    const profile = await getProfile(ctx, input);
    const { createdAt, updatedAt, deletedAt, extra, thresholdsSetBy, ...shown } = profile;
    const mayPlan = await mayPlanFor(ctx, input);
    return { ...shown, mayPlan, thresholdsSetBySelf: thresholdsSetBy === profile.athleteId };
  }),

  update: writing()
    .input(UpdateProfileInput)
    .mutation(async ({ ctx, input }) => {
      const { version } = await updateProfile(ctx, input);
      return { version };
    }),

  /** Races and time trials, oldest first. */
  results: reading().query(async ({ ctx, input }) => {
    const results = await listResults(ctx, input);
    return results.map(({ id, localDate, kind, distanceM, timeS, name, version }) => {
      return { id, localDate, kind, distanceM, timeS, name, version };
    });
  }),

  /** The races ahead, the next first. */
  races: reading().query(({ ctx, input }) => listRacesAhead(ctx, input)),

  addResult: writing()
    .input(AddResultInput)
    .mutation(async ({ ctx, input }) => {
      const { id, version } = await addResult(ctx, input);
      return { id, version };
    }),

  /** Who changed what of all this, latest first. */
  timeline: reading().query(({ ctx, input }) => getTimeline(ctx, input)),

  /** Changes that new races and results suggest, with the workouts each would give another target. */
  suggestions: reading().query(({ ctx, input }) => listSuggestions(ctx, input)),

  acceptSuggestion: writing()
    .input(SettleSuggestionInput)
    .mutation(({ ctx, input }) => acceptSuggestion(ctx, input)),

  dismissSuggestion: writing()
    .input(DismissSuggestionInput)
    .mutation(({ ctx, input }) => dismissSuggestion(ctx, input)),

  deleteResult: writing()
    .input(z.object({ id: z.uuid(), version: z.int32().positive() }))
    .mutation(({ ctx, input }) => deleteResult(ctx, input)),
});
