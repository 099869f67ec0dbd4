"use client";

import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { TextField } from "@repo/ui/text-field";
import { showToast } from "@repo/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { shortDay } from "#components/day-words.ts";
import { FormError } from "#components/form-error.tsx";
import { NativeSelect } from "#components/native-select.tsx";
import { useTRPC, useTRPCClient } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { RouterInputs } from "#trpc/root.ts";
import { words } from "#words.ts";
import type { SeasonData } from "./use-plan-edits.ts";

const PLANNING = new Set(["owner", "head-coach", "coach"]);
type Content = RouterInputs["cycles"]["save"]["content"];

/** Keeps a season, or some of its weeks, as a cycle: a new one, or the next version of one that is there. */
export function SaveAsCycleDialog({ season, onClose }: { season: SeasonData; onClose: () => void }) {
  const trpc = useTRPC();
  const api = useTRPCClient();
  const client = useQueryClient();
  const router = useRouter();
  const { data: account } = useQuery(trpc.account.me.queryOptions());
  const orgId = account?.organisations.find(({ role }) => PLANNING.has(role))?.orgId ?? "";
  const { data: cycles } = useQuery({ ...trpc.cycles.list.queryOptions({ orgId }), enabled: orgId !== "" });
  const weeks = season.weeks.map(({ start, phase }) => ({
    value: start,
    label: `${shortDay(start)} ${start.slice(0, 4)}, ${words("phase", phase)}`,
  }));
  const [from, setFrom] = useState(weeks[0]?.value ?? "");
  const [to, setTo] = useState(weeks.at(-1)?.value ?? "");
  const [into, setInto] = useState("");
  const [name, setName] = useState(season.name);
  const [id] = useState(newClientId);
  const saving = useMutation({
    mutationFn: async () => {
      const { content } = await api.cycles.ofSeason.query({
        athleteId: season.athleteId,
        seasonId: season.id,
        from,
        to,
      });
      const sent = { orgId, mutationId: id, content: content as Content };
      const old = cycles?.own.find((cycle) => cycle.id === into);
      if (!old) return (await api.cycles.save.mutate({ ...sent, id, name, about: "" })).cycleId;
      await api.cycles.saveVersion.mutate({
        ...sent,
        cycleId: old.id,
        version: old.version,
        note: season.name,
      });
      return old.id;
    },
    onSuccess: (cycleId) => {
      showToast("Kept as a cycle");
      void client.invalidateQueries({ queryKey: trpc.cycles.pathKey() });
      router.push(`/cycles/${cycleId}`);
    },
  });
  const count = season.weeks.filter(({ start }) => from <= start && start <= to).length;
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title="Save as a cycle"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="solid"
            isDisabled={count === 0 || orgId === "" || (into === "" && name.trim() === "")}
            isPending={saving.isPending}
            onPress={() => saving.mutate()}
          >
            {`Save ${count} ${count === 1 ? "week" : "weeks"}`}
          </Button>
        </>
      }
    >
      <FormError>{saving.error?.message ?? null}</FormError>
      <p className="mb-4 text-sm text-ink-soft">
        Weeks, intents and races are kept. Dates, paces, what was done and your words to the athlete are not.
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        <NativeSelect
          label="From the week of"
          value={from}
          options={weeks}
          onChange={(event) => setFrom(event.target.value)}
        />
        <NativeSelect
          label="To the week of"
          value={to}
          options={weeks}
          onChange={(event) => setTo(event.target.value)}
        />
        <NativeSelect
          label="As"
          value={into}
          options={[
            { value: "", label: "A new cycle" },
            ...(cycles?.own ?? []).map((cycle) => ({
              value: cycle.id,
              label: `${cycle.name}, version ${cycle.version + 1}`,
            })),
          ]}
          onChange={(event) => setInto(event.target.value)}
        />
        {into === "" ? (
          <TextField
            label="Name"
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
          />
        ) : null}
      </div>
    </Dialog>
  );
}
