"use client";

import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { useState } from "react";
import { LogForm, type Plan } from "./log-form.tsx";

type Props = { today: string; plan: Plan | null; label?: string; variant?: "solid" | "outline" };

/** The button that opens the log; for a planned workout everything but the feeling is filled in. */
export function LogSheet({ today, plan, label = "Log this session", variant = "solid" }: Props) {
  const [isOpen, setOpen] = useState(false);
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
