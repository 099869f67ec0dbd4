import { Readable } from "node:stream";
import { exportArchive } from "@repo/services/transfer";
import { routeHandler } from "#http/route-handler.ts";

/** Everything of whoever asks as one zip, streamed. */
export const GET = routeHandler({
  authz: { kind: "athlete" },
  run: async ({ ctx }) => {
    const archive = await exportArchive(ctx, ctx.appDb);
    const day = ctx.now.toISOString().slice(0, 10);
    return new Response(Readable.toWeb(archive) as ReadableStream, {
      headers: {
        "Content-Type": "application/zip",
        "Content-Disposition": `attachment; filename="mesocycle-${day}.zip"`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  },
});
