import { defaultShouldDehydrateQuery, isServer, QueryClient } from "@tanstack/react-query";

const STALE_AFTER_MS = 30_000;

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: STALE_AFTER_MS, retry: isServer ? false : retryUnlessRefused },
      dehydrate: {
        shouldDehydrateQuery: (query) =>
          defaultShouldDehydrateQuery(query) || query.state.status === "pending",
        // Next must see its own errors, such as those that make a page dynamic.
        shouldRedactErrors: () => false,
      },
    },
  });
}

const MAX_RETRIES = 2;

/**
 * An answer such as "not found" stays the same when asked again; only a server in trouble is asked again. While a page
 * is made nothing goes over a network: asked again, a fault would only keep whoever waits for seconds.
 */
function retryUnlessRefused(failures: number, error: unknown): boolean {
  const status = (error as { data?: { httpStatus?: number } | null }).data?.httpStatus;
  return failures < MAX_RETRIES && (status === undefined || status >= 500);
}
