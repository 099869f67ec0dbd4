"use client";

import { addDays } from "@repo/core/calendar";
import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { TextField } from "@repo/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/root.ts";

type Props = {
  orgId: string;
  athletes: readonly { athleteId: string; name: string }[];
  today: string;
  onClose: () => void;
};
type Held = RouterOutputs["squads"]["previewExport"][number];

/** Plans, sessions and results of the chosen as tables; says for each what the file holds. */
export function ExportDialog({ orgId, athletes, today, onClose }: Props) {
  const trpc = useTRPC();
  const [days, setDays] = useState({ from: addDays(today, -365), to: addDays(today, 180) });
  const [file, setFile] = useState<{ url: string; name: string } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const asked = { ...days, athleteIds: athletes.map(({ athleteId }) => athleteId) };
  const making = useMutation(
    trpc.squads.previewExport.mutationOptions({
      onMutate: () => setFault(null),
      onSuccess: async () => {
        const made = await fetchArchive(orgId, asked);
        if (typeof made === "string") setFault(made);
        else setFile({ url: URL.createObjectURL(made), name: `athletes-${days.from}-${days.to}.zip` });
      },
    }),
  );
  const close = () => {
    if (file) URL.revokeObjectURL(file.url);
    onClose();
  };
  const day = (name: "from" | "to", label: string) => (
    <TextField
      label={label}
      type="date"
      value={days[name]}
      onChange={(event) => setDays({ ...days, [name]: event.target.value })}
    />
  );
  return (
    <Dialog
      isOpen
      onOpenChange={close}
      title={`Export ${athletes.length} ${athletes.length === 1 ? "athlete" : "athletes"}`}
      actions={
        <>
          <Button onPress={close}>{making.data ? "Close" : "Cancel"}</Button>
          {making.data ? null : (
            <Button
              variant="solid"
              isPending={making.isPending}
              onPress={() => making.mutate({ orgId, ...asked })}
            >
              Export
            </Button>
          )}
        </>
      }
    >
      <FormError>{making.error?.message ?? fault}</FormError>
      {making.data ? (
        <>
          {file ? (
            <p className="mb-3">
              <a href={file.url} download={file.name} className="font-semibold underline">
                {`Download ${file.name}`}
              </a>
            </p>
          ) : null}
          <ul aria-label="What came of it" className="divide-y divide-line border-y border-line">
            {making.data.map((held) => (
              <Row
                key={held.athleteId}
                held={held}
                name={athletes.find(({ athleteId }) => athleteId === held.athleteId)?.name ?? ""}
              />
            ))}
          </ul>
        </>
      ) : (
        <>
          <p className="mb-4 text-sm text-ink-soft">
            What was planned, done and raced, as tables that any spreadsheet opens. No check-ins, no health,
            no routes.
          </p>
          <div className="grid grid-cols-2 gap-3">
            {day("from", "From")}
            {day("to", "To")}
          </div>
        </>
      )}
    </Dialog>
  );
}

function Row({ held: { holds }, name }: { held: Held; name: string }) {
  return (
    <li className="flex flex-wrap justify-between gap-x-4 py-2 text-sm">
      <span className="font-semibold">{name}</span>
      <span className={holds ? "text-ink-soft" : "text-track-text"}>
        {holds
          ? `${holds.planned} planned, ${holds.done} done, ${holds.results} ${holds.results === 1 ? "result" : "results"}`
          : "shares no training with you: left out"}
      </span>
    </li>
  );
}

/** The archive, or why there is none. */
async function fetchArchive(orgId: string, asked: object): Promise<Blob | string> {
  try {
    const response = await fetch(`/api/organisations/${orgId}/export`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-mesocycle": "1" },
      body: JSON.stringify(asked),
    });
    if (response.ok) return await response.blob();
    const said = (await response.json().catch(() => null)) as { error?: string } | null;
    return said?.error ?? "The file could not be made. Try again.";
  } catch {
    return "There is no connection. Try again when there is.";
  }
}
