import type { routeHandler } from "#http/route-handler.ts";
import type { Ids } from "./matrix/world.ts";

type Handler = ReturnType<typeof routeHandler>;
type Asked = {
  params: Record<string, string>;
  search?: string;
  headers?: Record<string, string>;
  body?: BodyInit;
};
type GuardedRoute = {
  load: () => Promise<Partial<Record<"GET" | "POST" | "PUT" | "DELETE", Handler>>>;
  /** How each method is asked, made from somebody's ids. */
  methods: Partial<Record<"GET" | "POST" | "PUT" | "DELETE", (ids: Ids) => Asked>>;
};

/** Route handlers without an actor of their own, and why that is right. Folder of the route → reason. */
export const OPEN_ROUTES: Record<string, string> = {
  "api/health": "says only that the server and its workers live",
  "api/trpc/[trpc]": "its procedures are asked one by one",
  "api/auth/[...nextauth]": "Auth.js: signing in and out; e2e/03-sign-in.spec.ts",
};

/** Every other route handler: made by `routeHandler`, asked by the matrix as procedures are. */
export const GUARDED_ROUTES: Record<string, GuardedRoute> = {};
