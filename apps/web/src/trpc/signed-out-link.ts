import type { TRPCLink } from "@trpc/client";
import { observable, type Unsubscribable } from "@trpc/server/observable";
import { FOR_USER } from "./for-user.ts";
import type { AppRouter } from "./root.ts";
import { signedInAgain } from "./signed-out.ts";

/**
 * A call that finds nobody signed in waits until the page's account is again and is then sent once more, for that account
 * alone: what was being done when a sign-in expired is not lost, and nobody else's sign-in sends it.
 */
export const signedOutLink: TRPCLink<AppRouter> =
  () =>
  ({ next, op }) =>
    observable((observer) => {
      let isOver = false;
      let sent: Unsubscribable | null = null;
      const send = (context: typeof op.context, isAgain: boolean) => {
        // How long somebody takes to sign in is no time that the server took.
        sent = next({ ...op, context, ...(isAgain ? { signal: null } : {}) }).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error: (error) => {
            if (error.data?.code !== "UNAUTHORIZED") return observer.error(error);
            void signedInAgain(isAgain ? error.message : null).then((userId) => {
              if (isOver) return;
              if (userId === null) observer.error(error);
              else send({ ...op.context, [FOR_USER]: userId }, true);
            });
          },
        });
      };
      send(op.context, false);
      return () => {
        isOver = true;
        sent?.unsubscribe();
      };
    });
