"use client";

import { inUnits } from "@repo/core/units";
import { Dialog } from "@repo/ui/dialog";
import { useUnits } from "#components/units.tsx";
import { LogForm, type Plan } from "./log-form.tsx";

type Props = { today: string; plan: Plan | null; onClose: () => void };

/** The log over the page: what a planned workout says is filled in. */
export function LogDialog({ today, plan, onClose }: Props) {
  const units = useUnits();
  return (
    <Dialog
      title={plan ? inUnits(plan.title, units) : "Log a session"}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      <LogForm today={today} plan={plan} onSaved={onClose} />
    </Dialog>
  );
}
