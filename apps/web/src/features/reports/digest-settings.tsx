"use client";

import { Switch } from "@repo/ui/switch";
import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "#components/link.tsx";
import { NativeSelect } from "#components/native-select.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { optimistic } from "#trpc/optimistic.ts";
import type { RouterInputs } from "#trpc/root.ts";
import { HOURS } from "./hours.ts";

type Setting = { isOn: boolean; hour: number };

/** Whether the morning digest of an organisation comes, and at which hour of the reader's clock. */
export function DigestSettings({ orgId, timeZone }: { orgId: string; timeZone: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: setting } = useSuspenseQuery(trpc.organisation.digest.queryOptions({ orgId }));
  const save = useMutation(
    trpc.organisation.setDigest.mutationOptions({
      ...optimistic({
        queryClient,
        queryKey: trpc.organisation.digest.queryKey({ orgId }),
        onRefused: (message) => showToast(message, { tone: "error" }),
        apply: (_cached: Setting, { isOn, hour }: RouterInputs["organisation"]["setDigest"]) => ({
          isOn,
          hour,
        }),
      }),
      onSuccess: (_answer, { isOn, hour }) =>
        showToast(isOn ? `It comes at ${HOURS[hour]?.label}` : "It does not come any more"),
    }),
  );
  const change = (part: Partial<Setting>) => save.mutate({ orgId, ...setting, ...part });
  return (
    <div className="max-w-md">
      <Switch
        label="Morning digest by mail"
        hint="Who needs you and why, once a day. The same stands under Reports."
        checked={setting.isOn}
        onChange={(event) => change({ isOn: event.target.checked })}
      />
      <NativeSelect
        label="Not before"
        options={HOURS}
        hint={`Of your own clock, ${timeZone}. Nights begin at 04:00 where each athlete lives.`}
        value={String(setting.hour)}
        disabled={!setting.isOn}
        onChange={(event) => change({ hour: Number(event.target.value) })}
      />
      <p className="mt-4 text-sm">
        <Link
          href={`/reports/now?org=${orgId}`}
          className="inline-flex min-h-6 items-center font-semibold underline"
        >
          See what it would say now
        </Link>
      </p>
    </div>
  );
}
