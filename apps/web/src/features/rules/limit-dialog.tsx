"use client";

import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { NumberField } from "@repo/ui/number-field";
import { TextArea } from "@repo/ui/text-field";
import { showToast } from "@repo/ui/toast";
import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { useTold } from "#components/told.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { limitWords } from "#words/limits.ts";
import { sourceWords } from "#words/sources.ts";
import type { LimitShown, Owner, RuleShown } from "./rules-view.tsx";

type Props = { rule: RuleShown; limit: LimitShown; owner: Owner; onClose: () => void };

/** Sets a limit; says first which findings come and go by it. */
export function LimitDialog({ rule, limit, owner, onClose }: Props) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const before = limit.set?.value ?? limit.value;
  const [value, setValue] = useState<number | null>(before);
  const [reason, setReason] = useState(limit.set?.reason ?? "");
  const asked = useDeferredValue(value);
  const which = { rule: rule.id, name: limit.name };
  const isAsked = asked !== null && asked !== before;
  const ofClub = useQuery(
    trpc.rules.preview.queryOptions(
      isAsked && owner.kind === "org" ? { orgId: owner.orgId, ...which, value: asked } : skipToken,
      { retry: false },
    ),
  );
  const ofAthlete = useQuery(
    trpc.rules.previewOfAthlete.queryOptions(
      isAsked && owner.kind === "athlete"
        ? { athleteId: owner.athleteId, ...which, value: asked }
        : skipToken,
      { retry: false },
    ),
  );
  const preview = owner.kind === "org" ? ofClub : ofAthlete;
  const done = {
    onSuccess: () => {
      showToast("Limit set", { detail: "Every plan is checked by it from now on." });
      void client.invalidateQueries();
      onClose();
    },
  };
  const setting = useMutation(trpc.rules.set.mutationOptions(done));
  const settingOne = useMutation(trpc.rules.setOfAthlete.mutationOptions(done));
  const save = () => {
    if (value === null) return;
    const input = { ...which, value, reason: reason.trim() };
    if (owner.kind === "org") setting.mutate({ orgId: owner.orgId, ...input });
    else settingOne.mutate({ athleteId: owner.athleteId, ...input });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={`Limit for ${owner.name}`}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="solid"
            isDisabled={!isAsked || reason.trim().length < 3}
            isPending={setting.isPending || settingOne.isPending}
            onPress={save}
          >
            Set the limit
          </Button>
        </>
      }
    >
      <FormError>
        {setting.error?.message ?? settingOne.error?.message ?? preview.error?.message ?? null}
      </FormError>
      <p className="mb-4 text-sm text-ink-soft">{rule.checks}</p>
      <div className="flex flex-col gap-4">
        <NumberField
          label={limitWords(rule.id, limit.name)}
          unit={limit.unit}
          value={value}
          onChange={setValue}
          min={0}
          hint={`The rule's own is ${limit.value}: ${sourceWords([limit.source])}`}
        />
        <TextArea
          label="Why"
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <div aria-live="polite" className="mt-4 border-t border-line pt-3 text-sm">
        {isAsked && preview.data ? (
          <Consequence preview={preview.data} />
        ) : (
          <p className="text-ink-soft">Change the number to see what it does.</p>
        )}
      </div>
    </Dialog>
  );
}

function Consequence({ preview }: { preview: RouterOutputs["rules"]["preview"] }) {
  const { seasons, now, after, appear, disappear } = preview;
  return (
    <>
      <p className="font-semibold">
        {`${now} ${now === 1 ? "finding" : "findings"} now, ${after} with it, in ${seasons} running ${seasons === 1 ? "season" : "seasons"}.`}
      </p>
      <Changes word="Would appear" changes={appear} />
      <Changes word="Would go" changes={disappear} />
    </>
  );
}

type Change = { athleteName: string; title: string; date: string | null };
const SHOWN = 6;

function Changes({ word, changes }: { word: string; changes: readonly Change[] }) {
  const told = useTold();
  if (changes.length === 0) return null;
  return (
    <>
      <h3 className="type-label mt-3 text-ink-soft">{`${word}: ${changes.length}`}</h3>
      <ul className="list-disc pl-5">
        {changes.slice(0, SHOWN).map(({ athleteName, title, date }) => (
          <li key={`${athleteName} ${date} ${title}`}>{`${athleteName}: ${told(title)}`}</li>
        ))}
      </ul>
      {changes.length > SHOWN ? (
        <p className="text-ink-soft">{`and ${changes.length - SHOWN} more`}</p>
      ) : null}
    </>
  );
}
