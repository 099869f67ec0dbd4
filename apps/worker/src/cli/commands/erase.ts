import { AppError } from "@repo/core/errors";
import { withActor } from "@repo/db";
import { eraseMe, insertAuditEvent } from "@repo/db/queries";
import { settleOwnerships } from "@repo/services/organisation";
import { accountOf } from "../account-of.ts";
import { readArguments } from "../arguments.ts";
import { type Command, EXIT, UsageError } from "../command.ts";
import { withDatabase } from "../database.ts";

/** `mesocycle erase`: a person and every row of theirs, for good. */
export const erase: Command = {
  help: `mesocycle erase --athlete EMAIL --yes
Erases the account and everything that belongs to it: training, check-ins, files, plans, reports about it, sign-ins,
waiting mails, what reports of others say of it, its traces in the audit log. It cannot be taken back, except from a backup; export first. A line without name or
address stays in the audit log: when somebody was erased. The account that operates the server is refused, and the only
owner of an organisation that others belong to; an organisation that nobody else belongs to is closed.
Exit codes: 0 erased, 2 no such account, it operates the server or is an only owner, 64 wrong words (also without --yes).`,
  async run(args, io) {
    const { values, positionals } = readArguments(args, {
      athlete: { type: "string" },
      yes: { type: "boolean" },
    });
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" was not expected`);
    const user = await accountOf(io, values.athlete);
    if (user.isOperator)
      throw new AppError("FORBIDDEN", "This account operates the server and cannot be erased.");
    if (!values.yes) throw new UsageError(`add --yes to erase ${user.name} (${user.email}) for good`);
    const actor = { userId: user.id };
    const isErased = await withDatabase(io, "WEB_DATABASE_URL", (web) =>
      withActor(web, actor, async (db) => {
        await settleOwnerships({ db, actor, now: io.now });
        return await eraseMe(db);
      }),
    );
    await withDatabase(io, "AUTH_DATABASE_URL", (auth) => insertAuditEvent(auth, { kind: "account-erased" }));
    io.out(`${JSON.stringify({ erased: isErased })}\n`);
    return isErased ? EXIT.ok : EXIT.failed;
  },
};
