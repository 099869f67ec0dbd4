import { createHash, randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { ROOT } from "./paths.ts";

const VALID_FOR = "7 days";

/**
 * A fresh link that makes the first account, or null when there is one already. Earlier links stop working:
 * only the one printed last does.
 */
export async function ownerTokenUrl(authUrl: string, appUrl: string): Promise<string | null> {
  const postgres = createRequire(join(ROOT, "packages", "db", "package.json"))("postgres");
  const sql = postgres(authUrl, { max: 1, onnotice: () => {} });
  try {
    const [someone] = await sql`select 1 from users limit 1`;
    if (someone) return null;
    const token = randomBytes(32).toString("base64url");
    const hash = createHash("sha256").update(token).digest();
    await sql`delete from owner_tokens`;
    await sql`insert into owner_tokens (token_hash, expires_at) values (${hash}, now() + ${VALID_FOR}::interval)`;
    return `${appUrl}/first-run?token=${token}`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
