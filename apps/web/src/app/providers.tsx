"use client";

import { Toaster } from "@repo/ui/toast";
import type { ReactNode } from "react";
import { TrpcReactProvider } from "#trpc/client.tsx";

export function Providers({ children }: { children: ReactNode }) {
  return (
    <TrpcReactProvider>
      {children}
      <Toaster />
    </TrpcReactProvider>
  );
}
