import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
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
export const getCaller = cache(async () => createCaller(await getContext()));

/** Hands what the page prefetched to the client components below it. */
export function Hydrate({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}
