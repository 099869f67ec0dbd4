import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Serialize } from "@trpc/server/unstable-core-do-not-import";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { cache, type ReactNode } from "react";
import { createContext } from "./context.ts";
import { makeQueryClient } from "./query-client.ts";
import { appRouter, createCaller } from "./root.ts";

const getContext = cache(createContext);

/** One query client for each request. */
export const getQueryClient = cache(makeQueryClient);

/** Query options for prefetching in a page: `await getQueryClient().prefetchQuery(trpc.x.y.queryOptions())`. */
export const trpc = createTRPCOptionsProxy({
  ctx: getContext,
  router: appRouter,
  queryClient: getQueryClient,
});

/** Calls procedures from a page or layout: `await (await getCaller()).x.y()`. Same checks as over HTTP. */
export const getCaller = cache(async () => createCaller(await getContext()) as unknown as Wire<Caller>);

type Caller = ReturnType<typeof createCaller>;
/** The caller as the browser knows it: instants are text (see plain.ts). */
type Wire<T> = T extends (...input: infer Input) => Promise<infer Output>
  ? (...input: Input) => Promise<Output extends void ? void : Serialize<Output>>
  : { [Key in keyof T]: Wire<T[Key]> };

/** Hands what the page prefetched to the client components below it. */
export function Hydrate({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}
