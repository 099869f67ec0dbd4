import { AppError } from "@repo/core/errors";
import { getReport, getUser } from "@repo/db/queries";
import { type DigestContent, digestDocument } from "@repo/services/reports";
import { z } from "zod";
import { pdfResponse } from "#features/reports/pdf-response.ts";
import { reportPdf } from "#features/reports/report-pdf.ts";
import { routeHandler } from "#http/route-handler.ts";

const ReportId = z.uuid();

/** One of the reader's morning digests on paper, as it was sent. */
export const GET = routeHandler({
  authz: { kind: "signed-in" },
  run: async ({ ctx, params }) => {
    const id = ReportId.safeParse(params.reportId);
    const row = id.success ? await getReport(ctx.db, ctx.actor.userId, id.data) : null;
    if (row?.kind !== "digest") throw new AppError("NOT_FOUND", "There is no such report.");
    const units = (await getUser(ctx.db, ctx.actor.userId))?.units ?? "metric";
    const document = digestDocument(row.content as unknown as DigestContent, {
      path: `/reports/${row.id}`,
      units,
    });
    return pdfResponse(`digest-${row.localDate}`, await reportPdf(document, ctx.appUrl));
  },
});
