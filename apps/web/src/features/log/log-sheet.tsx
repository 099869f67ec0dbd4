"use client";

import { Button } from "@repo/ui/button";
import { lazy, Suspense, useEffect, useState } from "react";
import { useUnsent } from "#features/offline/use-unsent.ts";
import { loadLogDialog } from "./load-log-dialog.ts";
import type { Plan } from "./log-form.tsx";

const LogDialog = lazy(async () => ({ default: (await loadLogDialog()).LogDialog }));

type Props = { today: string; plan: Plan | null; label?: string; variant?: "solid" | "outline" };

/** The button that opens the log; for a planned workout everything but the feeling is filled in. */
export function LogSheet({ today, plan, label = "Log this session", variant = "solid" }: Props) {
  const [isOpen, setOpen] = useState(false);
  // Not needed to read the page: fetched once that is there, before anybody asks for it.
  useEffect(() => void loadLogDialog().catch(() => undefined), []);
  const waits = useUnsent().entries.some(({ input }) => plan !== null && input.plannedWorkoutId === plan.id);
  if (waits) return <p className="py-2 text-sm text-ink-soft">{plan?.title}: logged, waiting to be sent.</p>;
  return (
    <>
      <Button variant={variant} size="lg" className="w-full" onPress={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <LogDialog today={today} plan={plan} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
