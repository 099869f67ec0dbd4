import { listReports, markReportRead } from "@repo/db/queries";
import {
  AthleteReportInput,
  getAthleteReport,
  getReportSetting,
  listAthleteReports,
  previewDigest,
  readDigest,
  SetReportSettingInput,
  sendDigestNow,
  setReportSetting,
} from "@repo/services/reports";
import { listTrust } from "@repo/services/warnings";
import { z } from "zod";
import type { OrganisationRole } from "#trpc/authz.ts";
import { athleteProcedure, coachOfProcedure, orgProcedure, router, signedInProcedure } from "#trpc/init.ts";

const COACHES: readonly OrganisationRole[] = ["owner", "head-coach", "coach"];
const STAFF: readonly OrganisationRole[] = ["owner", "head-coach", "coach", "assistant"];
const readingOf = () => coachOfProcedure({ scope: "training", write: false, orSelf: true });
const Which = z.strictObject({ reportId: z.uuid() });

export const reportsRouter = router({
  /** The reader's reports, newest first. */
  list: signedInProcedure.query(async ({ ctx }) => {
    const rows = await listReports(ctx.db, ctx.actor.userId);
    return rows.map(({ id, orgId, kind, localDate, subject, sentAt, readAt, failure }) => {
      return { id, orgId, kind, localDate, subject, sentAt, readAt, failure };
    });
  }),

  /** One of the reader's reports as it was sent, without what is no longer shared with them. */
  get: signedInProcedure.input(Which).query(async ({ ctx, input }) => {
    const { row, content, leftOut } = await readDigest(ctx, input);
    const { id, localDate, subject, sentAt, readAt } = row;
    return { id, localDate, subject, sentAt, readAt, content, leftOut };
  }),

  /** Notes that the reader opened it. */
  markRead: signedInProcedure
    .input(Which)
    .mutation(({ ctx, input }) =>
      markReportRead(ctx.db, ctx.actor.userId, { id: input.reportId, at: ctx.now }),
    ),

  /** How often each kind of warning was raised, and called wrong, in the last year. */
  trust: signedInProcedure.query(({ ctx }) => listTrust(ctx)),

  /** What the morning digest would say now; nothing is stored or sent. */
  preview: orgProcedure({ roles: STAFF }).query(({ ctx, input }) => previewDigest(ctx, input)),

  /** Has it made and mailed to the reader within a minute; says so where that was just done, unless it is meant. */
  sendNow: orgProcedure({ roles: COACHES })
    .input(z.object({ again: z.boolean().default(false) }))
    .mutation(({ ctx, input }) => sendDigestNow(ctx, input)),

  /** An athlete's week, block or race week, made from what the reader may see. */
  ofAthlete: readingOf()
    .input(AthleteReportInput)
    .query(({ ctx, input }) => getAthleteReport(ctx, input)),

  /** Which reports there are of an athlete. */
  listOfAthlete: readingOf().query(({ ctx, input }) => listAthleteReports(ctx, input)),

  /** When the athlete's own week comes by mail. */
  setting: athleteProcedure.query(({ ctx }) => getReportSetting(ctx)),
  setSetting: athleteProcedure
    .input(SetReportSettingInput)
    .mutation(({ ctx, input }) => setReportSetting(ctx, input)),
});
