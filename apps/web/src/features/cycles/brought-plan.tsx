"use client";

import type { UnitSystem } from "@repo/core/units";
import { Button } from "@repo/ui/button";
import { Chart } from "@repo/ui/chart";
import { ribbonPicture } from "@repo/ui/charts";
import { FindingItem, FindingList } from "@repo/ui/finding-item";
import { PageTitle } from "@repo/ui/page-title";
import { TextField } from "@repo/ui/text-field";
import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { distanceWords } from "#components/distance-words.ts";
import { FormError } from "#components/form-error.tsx";
import { Told } from "#components/told.tsx";
import { useUnits } from "#components/units.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { RouterOutputs } from "#trpc/root.ts";
import { type Content, outlineWords, ribbonOf } from "./cycle-data.ts";
import { CycleWeeks } from "./cycle-weeks.tsx";
import { PlanRemarks } from "./plan-remarks.tsx";

type Plan = RouterOutputs["cycles"]["readPlan"];
type Props = { orgId: string; plan: Plan; eyebrow: ReactNode; onAgain: () => void };

/** A plan that was read, before it is kept: weeks, kilometres, what was not understood, what the rules say. */
export function BroughtPlan({ orgId, plan, eyebrow, onAgain }: Props) {
  const units = useUnits();
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const [name, setName] = useState(plan.name);
  const [id] = useState(newClientId);
  const saving = useMutation(
    trpc.cycles.save.mutationOptions({
      onSuccess: async ({ cycleId }) => {
        showToast("Kept as a cycle", { detail: "Change what you like; it is saved as a version." });
        await client.invalidateQueries({ queryKey: trpc.cycles.pathKey() });
        router.push(`/cycles/${cycleId}`);
      },
    }),
  );
  const missed = plan.remarks.filter(({ kind }) => kind === "not-understood");
  const days = missed.reduce((sum, { places }) => sum + places.length, 0);
  return (
    <>
      <PageTitle
        eyebrow={eyebrow}
        rule={false}
        title={verdictOf(plan, days, units)}
        lead={leadOf(plan, units)}
      />
      <form
        method="post"
        className="mb-5 flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate({ orgId, mutationId: id, id, name, about: "", content: plan.content as Content });
        }}
      >
        <TextField
          label="Name"
          value={name}
          maxLength={120}
          required
          onChange={(event) => setName(event.target.value)}
          className="min-w-0 flex-1 basis-72"
        />
        <Button type="submit" variant="solid" isDisabled={name.trim() === ""} isPending={saving.isPending}>
          Save as a cycle
        </Button>
        <Button onPress={onAgain}>Choose another</Button>
      </form>
      <FormError>{saving.error?.message ?? null}</FormError>
      <Chart
        label={`Weeks of ${plan.name}`}
        picture={ribbonPicture(ribbonOf(plan.outline, units), { width: 1150, height: 120 })}
        narrow={ribbonPicture(ribbonOf(plan.outline, units), { width: 358, height: 100 })}
      />
      <div className="mt-8 grid gap-x-10 gap-y-8 lg:grid-cols-2">
        <PlanRemarks remarks={plan.remarks} days={days} />
        <Findings findings={plan.findings} />
      </div>
      <CycleWeeks content={plan.content as Content} onOpen={null} />
    </>
  );
}

function verdictOf({ outline, km }: Plan, days: number, units: UnitSystem): string {
  const weeks = `${outline.weeks.length} ${outline.weeks.length === 1 ? "week" : "weeks"}`;
  const length = km === null ? `${weeks}, no distances stated` : `${weeks}, ${distanceWords(km, units)}`;
  if (days === 0) return `${length}, every day understood`;
  return `${length}, ${days} ${days === 1 ? "day" : "days"} not fully understood`;
}

/** What the title does not say yet: how often and how much a week. */
function leadOf({ outline }: Plan, units: UnitSystem): string {
  const [, ...words] = outlineWords(outline, units).split(", ");
  const lead = words.join(", ");
  return lead.charAt(0).toUpperCase() + lead.slice(1);
}

/** Findings of a plan stand in its own weeks: it has no dates yet. */
function Findings({ findings }: Pick<Plan, "findings">) {
  return (
    <section aria-label="What the rules say">
      <h2 className="type-title pb-2">
        {findings.length === 0 ? "The rules find nothing" : `The rules find ${findings.length}`}
      </h2>
      <p className="pb-2 text-sm text-ink-soft">
        Judged for somebody who runs what the first week asks for. Each athlete is judged anew when they get
        it.
      </p>
      <FindingList label="Findings">
        {findings.map(({ rule, severity, title, week }) => (
          <FindingItem
            key={`${rule} ${week} ${title}`}
            severity={severity === "error" ? "error" : "warning"}
            title={<Told text={title} />}
          >
            {week === null ? null : `Week ${week}`}
          </FindingItem>
        ))}
      </FindingList>
    </section>
  );
}
