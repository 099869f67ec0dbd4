import { AppError } from "@repo/core/errors";
import { importFile } from "@repo/services/imports";
import { z } from "zod";
import { routeHandler } from "#http/route-handler.ts";
import { uploadedFile, uploadHandler } from "#http/upload.ts";

const Query = z.object({ batchId: z.uuid(), position: z.coerce.number().int().min(0).max(20_000) });

/** One file of an import; answers what became of it. The same place of a batch is imported once. */
export const POST = uploadHandler(
  routeHandler({
    authz: { kind: "athlete" },
    run: async ({ ctx, request }) => {
      const search = new URL(request.url).searchParams;
      const query = Query.safeParse({ batchId: search.get("batch"), position: search.get("position") });
      if (!query.success)
        throw new AppError("INVALID", "This upload does not say which import it belongs to.");
      const { athleteId: _, ...outcome } = await importFile(ctx, {
        ...query.data,
        ...(await uploadedFile(request)),
      });
      return Response.json(outcome, { headers: { "Cache-Control": "private, no-store" } });
    },
  }),
);
