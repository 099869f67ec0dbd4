import type { ReactNode } from "react";
import { UnitsProvider } from "#components/units.tsx";
import { Offline } from "#features/offline/offline.tsx";
import { SignInAgain } from "#features/sign-in/sign-in-again.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { AthleteNav } from "./athlete-nav.tsx";
import { CoachNav } from "./coach-nav.tsx";
import { CommandPalette } from "./command-palette.tsx";
import { coachingOf } from "./hats.ts";

type Props = {
  account: RouterOutputs["account"]["me"];
  side: "coach" | "athlete";
  /** How many athletes need the coach; unknown where nobody asked. */
  needs?: number;
  unread?: number;
  children: ReactNode;
};

/** The frame of every signed-in page: the way around, and the page in the reader's own units. */
export function Shell({ account, side, needs = 0, unread = 0, children }: Props) {
  const coaching = coachingOf(account);
  return (
    <UnitsProvider units={account.units}>
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-ink px-4 py-2 text-on-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the page
      </a>
      <div className="flex min-h-dvh flex-col md:flex-row">
        {side === "coach" ? (
          <CoachNav
            organisation={coaching[0]?.name ?? null}
            isAthlete={account.isAthlete}
            needs={needs}
            unread={unread}
          />
        ) : (
          <AthleteNav coaches={coaching.length > 0} />
        )}
        {side === "coach" ? <CommandPalette /> : null}
        {side === "coach" ? <SignInAgain userId={account.userId} email={account.email} /> : null}
        <main id="content" className="min-w-0 flex-1 px-4 pt-6 pb-10 sm:px-8 md:pt-8">
          <div className="mx-auto w-full max-w-6xl">
            <Offline
              userId={account.userId}
              keepsPages={account.isAthlete}
              side={side}
              shownAt={new Date().toISOString()}
            />
            {children}
          </div>
        </main>
      </div>
    </UnitsProvider>
  );
}
