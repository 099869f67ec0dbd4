import {
  createSession,
  getUserByEmail,
  lookupSession,
  signOut,
  storeSignInToken,
  takeSignInToken,
} from "@repo/services/identity";
import { headers } from "next/headers";
import type { Adapter, AdapterSession, AdapterUser } from "next-auth/adapters";
import { authDb } from "#database.ts";
import { originOf } from "#http/origin.ts";

type User = { id: string; email: string; name: string; emailVerifiedAt: Date | null };

/** Auth.js over our own services: it never sees a table, and what it calls a token is hashed before it is kept. */
export function authAdapter(): Adapter {
  return {
    getUserByEmail: async (email) => toAdapterUser(await getUserByEmail(authDb(), email)),
    createUser: () => {
      throw new Error("accounts are made by invitation only");
    },
    updateUser: async ({ id, email = "", emailVerified = null, name }) => ({
      id,
      email,
      emailVerified,
      name,
    }),
    createSession: async ({ userId }) => await startSession(userId),
    getSessionAndUser: async (token) => {
      const found = await lookupSession(context(), { token });
      const user = toAdapterUser(found?.user ?? null);
      if (!found || !user) return null;
      return { session: { sessionToken: token, userId: user.id, expires: found.session.expiresAt }, user };
    },
    updateSession: () => null,
    deleteSession: async (token) => await signOut(context(), { token }),
    createVerificationToken: async (given) => {
      const { identifier: email, token, expires: expiresAt } = given;
      await storeSignInToken(context(), { email, token, expiresAt });
      return given;
    },
    useVerificationToken: async ({ identifier, token }) => {
      const user = await takeSignInToken(context(), { email: identifier, token });
      return user ? { identifier, token, expires: inOneMinute() } : null;
    },
  };
}

/** Starts a sign-in of this browser and gives the cookie's value, which only the browser keeps. */
export async function startSession(userId: string): Promise<AdapterSession> {
  const { ip, userAgent } = originOf(await headers());
  const { token, expiresAt } = await createSession(context(), { userId, userAgent, ip });
  return { sessionToken: token, userId, expires: expiresAt };
}

function context() {
  return { db: authDb(), now: new Date() };
}

function toAdapterUser(user: User | null): AdapterUser | null {
  if (!user) return null;
  return { id: user.id, email: user.email, name: user.name, emailVerified: user.emailVerifiedAt };
}

/** The service has checked the real end already; Auth.js wants a date of its own. */
function inOneMinute(): Date {
  return new Date(Date.now() + 60_000);
}
