import { Brand } from "@repo/ui/brand";
import type { ReactNode } from "react";

/** Pages before anybody is signed in: one column, one task. */
export default function EntryLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-lg flex-col px-5 pt-6 pb-12 sm:px-6 sm:pt-14">
      <a href="/" className="self-start rounded-sm">
        <Brand />
      </a>
      <main className="mt-10 sm:mt-14">{children}</main>
    </div>
  );
}
