import type { Db, Tx } from "@repo/db";
import { createDb } from "@repo/db/internal";
import type { Context } from "../context.ts";

type Counted = {
  statements: number;
  /** As it goes out, before it is packed. */
  answer: string;
  error: string | null;
};
class TakenBack extends Error {}

/** Counts what a call says to the database and takes back what it did. */
export function openCounter(urls: { web: string; auth: string }) {
  let said: string[] = [];
  const web = createDb(urls.web, { max: 2, onStatement: (text) => said.push(text) });
  const auth = createDb(urls.auth, { max: 1 });
  const takenBack = Object.assign(Object.create(web) as Db, {
    transaction: async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
      let answer: { value: T } | null = null;
      await web
        .transaction(async (tx) => {
          answer = { value: await work(tx as unknown as Tx) };
          throw new TakenBack();
        })
        .catch((error) => {
          if (!(error instanceof TakenBack)) throw error;
        });
      if (!answer) throw new Error("the transaction gave nothing");
      return (answer as { value: T }).value;
    },
  });
  return {
    async count(userId: string, now: Date, call: (ctx: Context) => Promise<unknown>): Promise<Counted> {
      said = [];
      const ctx: Context = {
        actor: { userId, sessionId: crypto.randomUUID() } as Context["actor"],
        now,
        origin: { ip: "127.0.0.1", userAgent: "counter" },
        appDb: takenBack,
        authDb: auth,
        appUrl: "http://localhost:3000",
        checks: true,
      };
      try {
        const answer = await call(ctx);
        return { statements: ownOf(said), answer: JSON.stringify(answer) ?? "", error: null };
      } catch (error) {
        return {
          statements: ownOf(said),
          answer: "",
          error: String((error as { code?: string }).code ?? error),
        };
      }
    },
    close: async () => {
      await Promise.all([web.close(), auth.close()]);
    },
  };
}

/** What the frame of every call says is no statement of its own: the transaction, and who asks. */
function ownOf(said: readonly string[]): number {
  return said.filter((text) => !/^\s*(begin|commit|rollback|savepoint|release)|app\.open_ctx/i.test(text))
    .length;
}
