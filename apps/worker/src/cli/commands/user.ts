import { listUsers } from "@repo/db/queries";
import { newOwnerToken, newResetToken } from "@repo/services/identity";
import { onlyPositional, readArguments } from "../arguments.ts";
import { type Command, type CommandIo, EXIT, UsageError } from "../command.ts";
import { withDatabase } from "../database.ts";

/** `mesocycle user`: accounts, and links for who cannot get one by mail. */
export const user: Command = {
  help: `mesocycle user list | owner-link | reset-link EMAIL
  list              accounts as JSON: id, email, name, isOperator, isDemo, createdAt
  owner-link        the link that makes the first account, valid for 7 days; earlier links stop working
  reset-link EMAIL  a link that sets a new password, valid for 30 minutes, for a server without mail
Everybody else is invited in the site, by e-mail. APP_URL decides where links lead.
Exit codes: 0 done, 2 no such account or there is one already, 64 wrong words.`,
  async run(args, io) {
    const { positionals } = readArguments(args, {});
    const [what, ...rest] = positionals;
    if (what === "list") return await list(io);
    if (what === "owner-link") return await ownerLink(io);
    if (what === "reset-link") return await resetLink(io, onlyPositional(rest, "EMAIL"));
    throw new UsageError(
      what === undefined
        ? "say what: list, owner-link or reset-link"
        : `"${what}" is none of list, owner-link, reset-link`,
    );
  },
};

async function list(io: CommandIo): Promise<number> {
  const users = await withDatabase(io, "AUTH_DATABASE_URL", listUsers);
  io.out(`${JSON.stringify(users, null, 2)}\n`);
  return EXIT.ok;
}

async function ownerLink(io: CommandIo): Promise<number> {
  const token = await withDatabase(io, "AUTH_DATABASE_URL", (db) => newOwnerToken({ db, now: io.now }));
  io.out(`${siteOf(io)}/first-run?token=${token}\n`);
  return EXIT.ok;
}

async function resetLink(io: CommandIo, email: string): Promise<number> {
  const token = await withDatabase(io, "AUTH_DATABASE_URL", (db) =>
    newResetToken({ db, now: io.now }, { email }),
  );
  io.out(`${siteOf(io)}/sign-in/new-password?token=${token}\n`);
  return EXIT.ok;
}

function siteOf(io: CommandIo): string {
  return (io.env.APP_URL ?? "http://localhost:3000").replace(/\/$/, "");
}
