import { withActor } from "@repo/db";
import { deleteDemo } from "@repo/db/queries";
import { seedDemo } from "@repo/services/demo";
import { operatorOf } from "../account-of.ts";
import { readArguments } from "../arguments.ts";
import { type Command, EXIT, UsageError } from "../command.ts";
import { withDatabase } from "../database.ts";

/** `mesocycle seed`: the demo club, or its removal. */
export const seed: Command = {
  help: `mesocycle seed [--remove]
Makes the demo club for the account that operates the server: twelve simulated athletes with two years each, marked
as demo. The worker (or: mesocycle nightly) judges them. --remove takes the club and everybody in it away again.
Prints JSON. Exit codes: 0 done, 2 nobody operates the server yet.`,
  async run(args, io) {
    const { values, positionals } = readArguments(args, { remove: { type: "boolean" } });
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" was not expected`);
    const { id: userId } = await operatorOf(io);
    const answer = await withDatabase(io, "WEB_DATABASE_URL", async (web) => {
      if (!values.remove) return await seedDemo(web, { userId, now: io.now });
      return { removed: await withActor(web, { userId }, deleteDemo) };
    });
    io.out(`${JSON.stringify(answer, null, 2)}\n`);
    return EXIT.ok;
  },
};
