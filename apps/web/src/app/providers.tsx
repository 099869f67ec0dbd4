"use client";

import { Toaster } from "@repo/ui/toast";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { TrpcReactProvider } from "#trpc/client.tsx";

export function Providers({ children }: { children: ReactNode }) {
  return (
    <TrpcReactProvider>
      <NuqsAdapter>{children}</NuqsAdapter>
      <Toaster />
    </TrpcReactProvider>
  );
}
