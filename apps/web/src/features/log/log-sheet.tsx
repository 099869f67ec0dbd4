"use client";

import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { useState } from "react";
import { useUnsent } from "#features/offline/use-unsent.ts";
import { LogForm, type Plan } from "./log-form.tsx";

type Props = { today: string; plan: Plan | null; label?: string; variant?: "solid" | "outline" };

/** The button that opens the log; for a planned workout everything but the feeling is filled in. */
export function LogSheet({ today, plan, label = "Log this session", variant = "solid" }: Props) {
  const [isOpen, setOpen] = useState(false);
  const waits = useUnsent().entries.some(({ input }) => plan !== null && input.plannedWorkoutId === plan.id);
  if (waits) return <p className="py-2 text-sm text-ink-soft">{plan?.title}: logged, waiting to be sent.</p>;
  return (
    <>
      <Button variant={variant} size="lg" className="w-full" onPress={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog title={plan ? plan.title : "Log a session"} isOpen={isOpen} onOpenChange={setOpen}>
        <LogForm today={today} plan={plan} onSaved={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
