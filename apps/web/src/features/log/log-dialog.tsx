"use client";

import { Dialog } from "@repo/ui/dialog";
import { LogForm, type Plan } from "./log-form.tsx";

type Props = { today: string; plan: Plan | null; onClose: () => void };

/** The log over the page: what a planned workout says is filled in. */
export function LogDialog({ today, plan, onClose }: Props) {
  return (
    <Dialog title={plan ? plan.title : "Log a session"} isOpen onOpenChange={(isOpen) => isOpen || onClose()}>
      <LogForm today={today} plan={plan} onSaved={onClose} />
    </Dialog>
  );
}
