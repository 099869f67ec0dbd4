import { AppError } from "@repo/core/errors";
import { AthleteReportInput, getAthleteReport } from "@repo/services/reports";
import { z } from "zod";
import { pdfResponse } from "#features/reports/pdf-response.ts";
import { reportPdf } from "#features/reports/report-pdf.ts";
import { routeHandler } from "#http/route-handler.ts";

const AthleteId = z.uuid();

/** A report of one athlete on paper. */
export const GET = routeHandler({
  authz: { kind: "coach-of", scope: "training", write: false, orSelf: true },
  run: async ({ ctx, request, params }) => {
    const athleteId = AthleteId.safeParse(params.athleteId);
    if (!athleteId.success) throw new AppError("NOT_FOUND", "There is no such athlete.");
    const asked = AthleteReportInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!asked.success)
      throw new AppError("INVALID", "Say which report: kind=week, block or race, and date=YYYY-MM-DD.");
    const document = await getAthleteReport(ctx, { ...asked.data, athleteId: athleteId.data });
    return pdfResponse(`${asked.data.kind}-${asked.data.date}`, await reportPdf(document, ctx.appUrl));
  },
});
