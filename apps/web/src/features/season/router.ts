import {
  AddWorkoutInput,
  ApplyFixInput,
  ArchiveSeasonInput,
  AssignSeasonInput,
  addWorkout,
  applyPlanFix,
  archiveSeason,
  assignSeason,
  ChangePhasesInput,
  ChangeRacesInput,
  changePhases,
  changeRaces,
  DeleteWorkoutInput,
  deleteWorkout,
  EditWorkoutInput,
  editWorkout,
  getSeason,
  listPlans,
  MoveRaceInput,
  MoveWorkoutInput,
  moveRace,
  moveWorkout,
  PreviewPhasesInput,
  PreviewRaceMoveInput,
  PreviewRacesInput,
  previewPhases,
  previewRaceMove,
  previewRaces,
  previewSeason,
  SaveSeasonInput,
  StartEmptyInput,
  StartFromSeasonInput,
  saveSeason,
  startEmpty,
  startFromSeason,
  suggestRequest,
  UndoLastEditInput,
  UnwaiveFindingInput,
  undoLastEdit,
  unwaiveFinding,
  WaiveFindingInput,
  waiveFinding,
} from "@repo/services/plan";
import { z } from "zod";
import { coachOfProcedure, router, signedInProcedure } from "#trpc/init.ts";

const reading = () => coachOfProcedure({ scope: "training", write: false });
const writing = () => coachOfProcedure({ scope: "training", write: true });
const SeasonInput = z.object({ seasonId: z.uuid() });
const RequestInput = z.object({ request: z.record(z.string(), z.unknown()) });

/** A coach plans: asks for a season, edits it, checks it, gives it to the athlete. */
export const seasonRouter = router({
  /** Every athlete whose plan the caller may see, with their seasons. */
  list: signedInProcedure.query(({ ctx }) => listPlans(ctx)),

  get: reading()
    .input(SeasonInput)
    .query(({ ctx, input }) => getSeason(ctx, input)),

  /** A request filled in with what is known of the athlete. */
  suggest: reading().query(({ ctx, input }) => suggestRequest(ctx, input)),

  /** What a request would give, nothing stored. */
  preview: writing()
    .input(RequestInput)
    .query(({ ctx, input }) => previewSeason(ctx, input)),

  save: writing()
    .input(SaveSeasonInput)
    .mutation(({ ctx, input }) => saveSeason(ctx, input)),

  moveWorkout: writing()
    .input(MoveWorkoutInput)
    .mutation(({ ctx, input }) => moveWorkout(ctx, input)),

  editWorkout: writing()
    .input(EditWorkoutInput)
    .mutation(({ ctx, input }) => editWorkout(ctx, input)),

  addWorkout: writing()
    .input(AddWorkoutInput)
    .mutation(({ ctx, input }) => addWorkout(ctx, input)),

  deleteWorkout: writing()
    .input(DeleteWorkoutInput)
    .mutation(({ ctx, input }) => deleteWorkout(ctx, input)),

  applyFix: writing()
    .input(ApplyFixInput)
    .mutation(({ ctx, input }) => applyPlanFix(ctx, input)),

  waive: writing()
    .input(WaiveFindingInput)
    .mutation(({ ctx, input }) => waiveFinding(ctx, input)),

  unwaive: writing()
    .input(UnwaiveFindingInput)
    .mutation(({ ctx, input }) => unwaiveFinding(ctx, input)),

  undo: writing()
    .input(UndoLastEditInput)
    .mutation(({ ctx, input }) => undoLastEdit(ctx, input)),

  previewRaceMove: writing()
    .input(PreviewRaceMoveInput)
    .query(({ ctx, input }) => previewRaceMove(ctx, input)),

  moveRace: writing()
    .input(MoveRaceInput)
    .mutation(({ ctx, input }) => moveRace(ctx, input)),

  /** What races added, moved or dropped would change and break, nothing stored. */
  previewRaces: writing()
    .input(PreviewRacesInput)
    .query(({ ctx, input }) => previewRaces(ctx, input)),

  changeRaces: writing()
    .input(ChangeRacesInput)
    .mutation(({ ctx, input }) => changeRaces(ctx, input)),

  /** What other phases would break and mend, nothing stored. */
  previewPhases: writing()
    .input(PreviewPhasesInput)
    .query(({ ctx, input }) => previewPhases(ctx, input)),

  changePhases: writing()
    .input(ChangePhasesInput)
    .mutation(({ ctx, input }) => changePhases(ctx, input)),

  /** A season of typed phases, nothing planned yet. */
  startEmpty: writing()
    .input(StartEmptyInput)
    .mutation(({ ctx, input }) => startEmpty(ctx, input)),

  /** An earlier season of the same athlete, from another Monday on. */
  startFromSeason: writing()
    .input(StartFromSeasonInput)
    .mutation(({ ctx, input }) => startFromSeason(ctx, input)),

  assign: writing()
    .input(AssignSeasonInput)
    .mutation(({ ctx, input }) => assignSeason(ctx, input, { url: `${ctx.appUrl}/today` })),

  archive: writing()
    .input(ArchiveSeasonInput)
    .mutation(({ ctx, input }) => archiveSeason(ctx, input)),
});
