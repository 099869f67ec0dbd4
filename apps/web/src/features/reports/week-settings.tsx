"use client";

import { Switch } from "@repo/ui/switch";
import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { NativeSelect } from "#components/native-select.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { optimistic } from "#trpc/optimistic.ts";
import type { RouterInputs } from "#trpc/root.ts";
import { HOURS } from "./hours.ts";

type Setting = RouterInputs["reports"]["setSetting"];

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Whether an athlete's own week comes by mail, on which day and hour of their clock. */
export function WeekSettings({ timeZone }: { timeZone: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: setting } = useSuspenseQuery(trpc.reports.setting.queryOptions());
  const save = useMutation(
    trpc.reports.setSetting.mutationOptions({
      ...optimistic({
        queryClient,
        queryKey: trpc.reports.setting.queryKey(),
        onRefused: (message) => showToast(message, { tone: "error" }),
        apply: (_cached: Setting, next: Setting) => next,
      }),
      onSuccess: (_answer, { isOn, weekday, hour }) =>
        showToast(
          isOn ? `It comes on ${DAYS[weekday - 1]}s at ${HOURS[hour]?.label}` : "It does not come any more",
        ),
    }),
  );
  const change = (part: Partial<Setting>) => save.mutate({ ...setting, ...part });
  return (
    <div className="max-w-md">
      <Switch
        label="My week by mail"
        hint="What was done, what it means, what comes; with it blocks that ended and races ahead."
        checked={setting.isOn}
        onChange={(event) => change({ isOn: event.target.checked })}
      />
      <NativeSelect
        label="Day"
        options={DAYS.map((label, index) => ({ value: String(index + 1), label }))}
        hint="The week told of is the one that ended on the Sunday before."
        value={String(setting.weekday)}
        disabled={!setting.isOn}
        onChange={(event) => change({ weekday: Number(event.target.value) })}
      />
      <NativeSelect
        label="Not before"
        options={HOURS}
        hint={`Of your own clock, ${timeZone}.`}
        value={String(setting.hour)}
        disabled={!setting.isOn}
        onChange={(event) => change({ hour: Number(event.target.value) })}
      />
    </div>
  );
}
