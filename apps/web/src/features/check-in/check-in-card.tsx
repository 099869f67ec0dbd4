"use client";

import { Button } from "@repo/ui/button";
import { Disclosure } from "@repo/ui/disclosure";
import { SegmentedChoice } from "@repo/ui/segmented-choice";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { useFreshPage } from "#components/use-fresh-page.ts";
import { useDay } from "#features/offline/use-online.ts";
import { useSave, useUnsent } from "#features/offline/use-unsent.ts";
import { type Answer, faultsOf } from "#trpc/faults-of.ts";
import { newClientId } from "#trpc/new-client-id.ts";
import type { RouterInputs, RouterOutputs } from "#trpc/root.ts";
import { legsWords } from "#words/training.ts";
import { CheckInFields, readCheckIn } from "./check-in-fields.tsx";
import { checkInSentence } from "./check-in-sentence.ts";
import { answersKey, withWaiting } from "./with-waiting.ts";

export type CheckInState = RouterOutputs["today"]["get"]["checkIn"];
type Legs = NonNullable<RouterInputs["checkIn"]["save"]["legs"]>;

const LEGS = Object.entries(legsWords).map(([value, label]) => ({ value, label }));

/** One tap for the legs, and the rest of the morning in fifteen seconds. */
export function CheckInCard({ checkIn: known, today: ofPage }: { checkIn: CheckInState; today: string }) {
  const today = useDay(ofPage);
  const { entries } = useUnsent();
  const { checkIn, waits } = withWaiting(known, entries, { ofPage, today });
  const deliver = useSave("checkIn.save");
  const { refresh } = useFreshPage();
  const [unread, setUnread] = useState<string[]>([]);
  const [tapped, setTapped] = useState<string | null>(null);
  const [repeated, setRepeated] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const legs = tapped ?? checkIn.today?.legs ?? null;
  const save = useMutation({
    networkMode: "always",
    mutationFn: (input: RouterInputs["checkIn"]["save"]) => deliver(input, "Check-in"),
    onSuccess: (answer) => (answer ? refresh() : undefined),
  });
  const faults = faultsOf(save.error as Answer | null);
  const send = (
    fields: Omit<RouterInputs["checkIn"]["save"], "mutationId" | "localDate">,
    done?: () => void,
  ) => save.mutate({ mutationId: newClientId(), localDate: today, ...fields }, { onSuccess: done });
  const saved = waits ? "Saved on this device; it waits to be sent." : checkInSentence(checkIn);
  // What was saved before is true, but beside a refusal it would read as if this had been saved too.
  const sentence = save.error || unread.length > 0 ? null : saved;

  // The button stands far below the fields on a phone: what was refused would not be seen from there.
  useEffect(() => {
    if (save.error || unread.length > 0)
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [save.error, unread]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const said = readCheckIn(new FormData(event.currentTarget));
    const wrong = Object.entries(said).flatMap(([name, value]) => (Number.isNaN(value) ? [name] : []));
    setUnread(wrong);
    // Sent along, what is no number would arrive as nothing said, and take the place of what was there.
    if (wrong.length > 0) return save.reset();
    send(said, () => showToast("Check-in saved"));
  }

  return (
    <div>
      <SegmentedChoice
        legend="How are your legs?"
        name="legs"
        options={LEGS}
        value={legs}
        onChange={(value) => {
          setTapped(value);
          send({ legs: value as Legs });
        }}
      />
      <FormError>{unread.length > 0 ? "Not saved: a field holds no number." : faults.message}</FormError>
      <p aria-live="polite" className="mt-2 text-pretty text-sm text-ink-soft">
        {sentence}
      </p>
      <div className="flex flex-wrap items-start gap-x-4">
        <Disclosure
          summary={checkIn.today ? "Sleep, soreness and the rest" : "The whole check-in, 15 seconds"}
        >
          <form
            method="post"
            onSubmit={submit}
            ref={form}
            key={`${today} ${repeated} ${answersKey(known.today)}`}
            className="flex flex-col gap-4 pb-2"
          >
            <CheckInFields
              checkIn={checkIn}
              isRefused={(name) => unread.includes(name) || faults.field(name) !== null}
            />
            <Button type="submit" variant="solid" isPending={save.isPending}>
              Save check-in
            </Button>
          </form>
        </Disclosure>
        {checkIn.today === null && checkIn.yesterday ? (
          <Button
            size="sm"
            variant="quiet"
            isPending={save.isPending}
            onPress={() => {
              const fields = sameAs(checkIn.yesterday);
              setTapped(fields.legs ?? null);
              send(fields, () => {
                setRepeated((before) => before + 1);
                showToast("Saved as last time");
              });
            }}
          >
            Same as last time
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** What one would say again; what a watch or a scale measured is not said again, nor is pain or illness. */
function sameAs(before: CheckInState["yesterday"]) {
  const { legs, sleepHours, sleepQuality, soreness, stress, mood, motivation, appetite } = before ?? {};
  return { legs: legs ?? null, sleepHours, sleepQuality, soreness, stress, mood, motivation, appetite };
}
