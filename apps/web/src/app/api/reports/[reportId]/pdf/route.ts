import { AppError } from "@repo/core/errors";
import { getUser } from "@repo/db/queries";
import { digestDocument, readDigest } from "@repo/services/reports";
import { z } from "zod";
import { pdfResponse } from "#features/reports/pdf-response.ts";
import { reportPdf } from "#features/reports/report-pdf.ts";
import { routeHandler } from "#http/route-handler.ts";

const ReportId = z.uuid();

/** One of the reader's morning digests on paper, as it was sent to those who still share it. */
export const GET = routeHandler({
  authz: { kind: "signed-in" },
  run: async ({ ctx, params }) => {
    const id = ReportId.safeParse(params.reportId);
    if (!id.success) throw new AppError("NOT_FOUND", "There is no such report.");
    const { row, content } = await readDigest(ctx, { reportId: id.data });
    const units = (await getUser(ctx.db, ctx.actor.userId))?.units ?? "metric";
    const document = digestDocument(content, { path: `/reports/${row.id}`, units });
    return pdfResponse(`digest-${row.localDate}`, await reportPdf(document, ctx.appUrl));
  },
});
