import { AppError } from "@repo/core/errors";
import { MAX_PIECE_BYTES, StagePieceInput, stagePiece } from "@repo/services/imports";
import { routeHandler } from "#http/route-handler.ts";
import { uploadedFile, uploadHandler } from "#http/upload.ts";

/** A file of an import, or a piece of a large one: kept until the worker reads it. The same piece twice is one. */
export const POST = uploadHandler(
  routeHandler({
    authz: { kind: "athlete" },
    run: async ({ ctx, request }) => {
      const search = new URL(request.url).searchParams;
      const query = StagePieceInput.safeParse({
        batchId: search.get("batch"),
        position: search.get("position") ?? undefined,
        piece: search.get("piece") ?? undefined,
        pieces: search.get("pieces") ?? undefined,
      });
      if (!query.success)
        throw new AppError(
          "INVALID",
          "This upload does not say which import it belongs to, or is too large.",
        );
      const file = await uploadedFile(request, MAX_PIECE_BYTES);
      const outcome = await stagePiece(ctx, { ...query.data, ...file });
      return Response.json(outcome, { headers: { "Cache-Control": "private, no-store" } });
    },
  }),
  MAX_PIECE_BYTES,
);
