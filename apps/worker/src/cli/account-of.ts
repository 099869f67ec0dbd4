import { AppError } from "@repo/core/errors";
import { getUserByEmail, listUsers, type UserRow } from "@repo/db/queries";
import { normaliseEmail } from "@repo/services/identity";
import { type CommandIo, UsageError } from "./command.ts";
import { withDatabase } from "./database.ts";

/** The account of an address, or a sentence that no account has it. */
export async function accountOf(io: CommandIo, email: string | undefined): Promise<UserRow> {
  if (email === undefined) throw new UsageError("--athlete EMAIL is missing");
  const address = normaliseEmail(email);
  const user = await withDatabase(io, "AUTH_DATABASE_URL", (auth) => getUserByEmail(auth, address));
  if (!user) throw new AppError("NOT_FOUND", `No account has the address ${address}.`);
  return user;
}

/** Who operates this server: the account that its first run made. */
export async function operatorOf(io: CommandIo): Promise<{ id: string; email: string }> {
  const users = await withDatabase(io, "AUTH_DATABASE_URL", listUsers);
  const operator = users.find((user) => user.isOperator);
  if (!operator)
    throw new AppError("NOT_FOUND", "Nobody operates this server yet: open the first-run link first.");
  return operator;
}
