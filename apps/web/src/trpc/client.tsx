"use client";

import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import { FOR_USER } from "./for-user.ts";
import { MAX_BATCH } from "./limits.ts";
import { makeQueryClient } from "./query-client.ts";
import { reach } from "./reach.ts";
import type { AppRouter } from "./root.ts";
import { signedOutLink } from "./signed-out-link.ts";

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export { useTRPC, useTRPCClient };

let browserQueryClient: QueryClient | undefined;

function getQueryClient(): QueryClient {
  if (typeof window === "undefined") return makeQueryClient();
  browserQueryClient ??= makeQueryClient();
  return browserQueryClient;
}

function makeClient() {
  return createTRPCClient<AppRouter>({
    links: [
      signedOutLink,
      httpBatchLink({
        url: "/api/trpc",
        maxItems: MAX_BATCH,
        fetch: (input, init) => reach(input, init as RequestInit),
        headers: ({ opList }) => {
          const forUser = opList.find(({ context }) => context[FOR_USER])?.context[FOR_USER];
          return forUser ? { [FOR_USER]: String(forUser) } : {};
        },
      }),
    ],
  });
}

export function TrpcReactProvider({ children }: { children: ReactNode }) {
  const queryClient = getQueryClient();
  const [trpcClient] = useState(makeClient);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
