import { Readable } from "node:stream";
import { AppError } from "@repo/core/errors";
import { ExportManyInput, exportMany } from "@repo/services/transfer";
import { routeHandler } from "#http/route-handler.ts";

/** Plans, sessions and results of some athletes as one zip of tables. */
export const POST = routeHandler({
  authz: { kind: "organisation", roles: ["owner", "head-coach", "coach", "assistant"] },
  run: async ({ ctx, request, params }) => {
    const input = ExportManyInput.safeParse(await request.json().catch(() => null));
    if (!input.success)
      throw new AppError("INVALID", input.error.issues[0]?.message ?? "Choose athletes and two days.");
    const archive = await exportMany(ctx, { ...input.data, orgId: String(params.orgId) });
    const name = `athletes-${input.data.from}-${input.data.to}.zip`;
    return new Response(Readable.toWeb(archive) as ReadableStream, {
      headers: {
        "Content-Type": "application/zip",
        "Content-Disposition": `attachment; filename="${name}"`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  },
});
