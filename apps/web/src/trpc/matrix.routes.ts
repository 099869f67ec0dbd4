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
  "api/calendar/[token]": "calendar programs cannot sign in: the secret in the address says whose plan it is",
  "api/stop-mail/[token]":
    "mail programs cannot sign in: the address, which nobody can make without the server's secret, says whose mail ends; services/reports/stop-mail.test.ts",
  "api/auth/[...nextauth]": "Auth.js: signing in and out; e2e/season/03-sign-in.spec.ts",
};

/** Every other route handler: made by `routeHandler`, asked by the matrix as procedures are. */
export const GUARDED_ROUTES: Record<string, GuardedRoute> = {
  "api/activity-files": {
    load: () => import("../app/api/activity-files/route.ts"),
    methods: {
      POST: ({ plannedWorkoutId, day }) => ({
        params: {},
        search: `?workout=${plannedWorkoutId}&day=${day}`,
        headers: { "x-file-name": "run.gpx" },
        body: GPX,
      }),
    },
  },
  "api/athletes/[athleteId]/report-pdf": {
    load: () => import("../app/api/athletes/[athleteId]/report-pdf/route.ts"),
    methods: {
      GET: ({ athleteId, day }) => ({ params: { athleteId }, search: `?kind=week&date=${day}` }),
    },
  },
  "api/reports/[reportId]/pdf": {
    load: () => import("../app/api/reports/[reportId]/pdf/route.ts"),
    methods: { GET: ({ reportId }) => ({ params: { reportId } }) },
  },
  "api/export": {
    load: () => import("../app/api/export/route.ts"),
    methods: { GET: () => ({ params: {} }) },
  },
  "api/organisations/[orgId]/export": {
    load: () => import("../app/api/organisations/[orgId]/export/route.ts"),
    methods: {
      POST: ({ orgId, athleteId, day }) => ({
        params: { orgId },
        body: JSON.stringify({ athleteIds: [athleteId], from: day, to: day }),
      }),
    },
  },
  "api/workout-files/[id]": {
    load: () => import("../app/api/workout-files/[id]/route.ts"),
    methods: { GET: ({ plannedWorkoutId }) => ({ params: { id: plannedWorkoutId } }) },
  },
  "api/import-files": {
    load: () => import("../app/api/import-files/route.ts"),
    methods: {
      POST: ({ importBatchId }) => ({
        params: {},
        search: `?batch=${importBatchId}&position=7`,
        headers: { "x-file-name": "run.gpx" },
        body: GPX,
      }),
    },
  },
};

const GPX = `<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>
<trkpt lat="59.90" lon="10.70"><time>2026-03-02T07:00:00Z</time></trkpt>
<trkpt lat="59.91" lon="10.70"><time>2026-03-02T07:06:00Z</time></trkpt></trkseg></trk></gpx>`;
