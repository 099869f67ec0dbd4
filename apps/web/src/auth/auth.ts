import { getUserByEmail, mayMailLink, verifyPassword } from "@repo/services/identity";
import { after } from "next/server";
import NextAuth, { CredentialsSignin, type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import Nodemailer from "next-auth/providers/nodemailer";
import { z } from "zod";
import { authDb } from "#database.ts";
import { env } from "#env.ts";
import { originOf } from "#http/origin.ts";
import { log } from "#log.ts";
import { authAdapter, startSession } from "./adapter.ts";
import { sessionCookie } from "./session-cookie.ts";
import { sendSignInMail } from "./sign-in-mail.ts";

const SESSION_DAYS = 90;
const DAY_S = 86_400;
const LINK_MINUTES = 30;

class TooManyAttempts extends CredentialsSignin {
  override code = "limited";
}

const Credential = z.object({ email: z.string().max(320), password: z.string().max(1000) });

/** Made for each request, so that a build needs no settings. */
function config(): NextAuthConfig {
  return {
    adapter: authAdapter(),
    session: { strategy: "database", maxAge: SESSION_DAYS * DAY_S },
    // Credentials expects a signed cookie; ours holds the id of a row in the database instead.
    jwt: { encode: async ({ token }) => (await startSession(String(token?.sub))).sessionToken },
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: "/sign-in", error: "/sign-in", verifyRequest: "/sign-in/check-mail" },
    trustHost: true,
    secret: env().AUTH_SECRET,
    logger: { error: logFailure, warn: () => {}, debug: () => {} },
    providers: [passwordProvider(), linkProvider()],
  };
}

function passwordProvider() {
  return Credentials({
    credentials: { email: {}, password: {} },
    authorize: async (credentials, request) => {
      const given = Credential.safeParse(credentials);
      if (!given.success) return null;
      const { ip } = originOf(request.headers);
      const answer = await verifyPassword({ db: authDb(), now: new Date() }, { ...given.data, ip });
      if (answer === "limited") throw new TooManyAttempts();
      return answer === "wrong" ? null : { id: answer.userId };
    },
  });
}

function linkProvider() {
  return Nodemailer({
    server: env().SMTP_URL,
    from: env().MAIL_FROM,
    maxAge: LINK_MINUTES * 60,
    // After the answer: it must not tell, by its words or its time, whether the address is known.
    sendVerificationRequest: async ({ identifier, url, request }) => {
      const { ip } = originOf(request.headers);
      after(() => sendLink(identifier, { url, ip }).catch(logFailure));
    },
  });
}

async function sendLink(email: string, wish: { url: string; ip: string }): Promise<void> {
  if (!(await mayMailLink({ db: authDb(), now: new Date() }, { email, ip: wish.ip }))) return;
  const user = await getUserByEmail(authDb(), email);
  if (!user) return;
  const query = new URL(wish.url).searchParams;
  const link = new URL("/sign-in/link", env().APP_URL);
  link.searchParams.set("token", query.get("token") ?? "");
  link.searchParams.set("email", email);
  link.searchParams.set("next", pathOf(query.get("callbackUrl")));
  await sendSignInMail({ to: email, url: link.href });
}

function pathOf(address: string | null): string {
  const { pathname, search } = new URL(address ?? "/", env().APP_URL);
  return pathname + search;
}

/** A wrong password is no fault of the server; everything else is. */
function logFailure(error: Error): void {
  if (error instanceof CredentialsSignin) log.info({ code: error.code }, "sign-in refused");
  else log.error({ error }, "sign-in failed");
}

export const { handlers } = NextAuth(() => config());
