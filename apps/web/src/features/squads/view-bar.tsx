"use client";

import { Button } from "@repo/ui/button";
import { Checkbox } from "@repo/ui/checkbox";
import { Dialog } from "@repo/ui/dialog";
import { TextField } from "@repo/ui/text-field";
import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { NativeSelect } from "#components/native-select.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { RouterInputs } from "#trpc/root.ts";
import { COLUMNS } from "./athlete-columns.ts";

export type View = RouterInputs["squads"]["saveView"]["view"];
type Props = { view: View; onView: (view: View) => void };

const isSame = (a: View, b: View) =>
  a.sort === b.sort &&
  a.down === b.down &&
  a.squad === b.squad &&
  a.find === b.find &&
  a.columns.join() === b.columns.join();

/** The coach's saved views, and which columns are shown. */
export function ViewBar({ view, onView }: Props) {
  const { data: views } = useSuspenseQuery(useTRPC().squads.views.queryOptions());
  const [dialog, setDialog] = useState<"save" | "columns" | null>(null);
  const current = views.find((each) => isSame(each.view, view));
  const { save, remove, saving } = useViews(() => setDialog(null));
  return (
    <div className="flex flex-wrap items-end gap-2 py-4">
      <div className="w-52">
        <NativeSelect
          label="View"
          value={current?.id ?? ""}
          options={[
            { value: "", label: views.length === 0 ? "None saved yet" : "As it stands" },
            ...views.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => {
            const chosen = views.find(({ id }) => id === event.target.value);
            if (chosen) onView(chosen.view);
          }}
        />
      </div>
      <Button onPress={() => setDialog("columns")}>Columns…</Button>
      {current ? (
        <Button variant="quiet" onPress={() => remove(current)}>
          {`Remove “${current.name}”`}
        </Button>
      ) : (
        <Button onPress={() => setDialog("save")}>Save this view…</Button>
      )}
      {dialog === "save" ? (
        <SaveDialog
          error={saving.error?.message ?? null}
          isPending={saving.isPending}
          onSave={(name) => save(name, view)}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === "columns" ? <ColumnsDialog {...{ view, onView }} onClose={() => setDialog(null)} /> : null}
    </div>
  );
}

function useViews(onSaved: () => void) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries(trpc.squads.views.queryFilter());
  const saving = useMutation(
    trpc.squads.saveView.mutationOptions({
      onSuccess: () => {
        onSaved();
        return refresh();
      },
    }),
  );
  const removing = useMutation(
    trpc.squads.removeView.mutationOptions({
      onSettled: refresh,
      onError: (error) => showToast(error.message, { tone: "error" }),
    }),
  );
  const save = (name: string, view: View) => saving.mutate({ id: newClientId(), name, view });
  const remove = ({ id, name, view }: { id: string; name: string; view: View }) =>
    removing.mutate(
      { id },
      { onSuccess: () => showToast(`“${name}” removed`, { undo: () => save(name, view) }) },
    );
  return { save, remove, saving };
}

type SaveProps = {
  error: string | null;
  isPending: boolean;
  onSave: (name: string) => void;
  onClose: () => void;
};

function SaveDialog({ error, isPending, onSave, onClose }: SaveProps) {
  const [name, setName] = useState("");
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (name.trim()) onSave(name.trim());
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title="Save this view"
      actions={<Button onPress={onClose}>Cancel</Button>}
    >
      <FormError>{error}</FormError>
      <form method="post" onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <TextField
          label="Name"
          value={name}
          maxLength={60}
          hint="Squad, search, order and columns, for you alone. A view of the same name is replaced."
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" variant="solid" isDisabled={!name.trim()} isPending={isPending}>
          Save
        </Button>
      </form>
    </Dialog>
  );
}

function ColumnsDialog({ view, onView, onClose }: Props & { onClose: () => void }) {
  const toggle = (column: string) =>
    onView({
      ...view,
      columns: COLUMNS.map(({ sort }) => sort).filter(
        (each) => view.columns.includes(each) !== (each === column),
      ),
    });
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title="Columns"
      actions={
        <Button variant="solid" onPress={onClose}>
          Done
        </Button>
      }
    >
      <div className="grid gap-1 sm:grid-cols-2">
        {COLUMNS.map(({ sort, label }) => (
          <Checkbox
            key={sort}
            label={label}
            checked={view.columns.includes(sort)}
            onChange={() => toggle(sort)}
          />
        ))}
      </div>
    </Dialog>
  );
}
