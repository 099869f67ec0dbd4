"use client";

import { addDays } from "@repo/core/calendar";
import { Button } from "@repo/ui/button";
import { DatePicker } from "@repo/ui/date-picker";
import { Dialog } from "@repo/ui/dialog";
import { MoveToDialog } from "@repo/ui/move-to-dialog";
import { NumberField } from "@repo/ui/number-field";
import { TextArea } from "@repo/ui/text-field";
import { useState } from "react";
import { shortDay } from "#components/day-words.ts";
import { NativeSelect } from "#components/native-select.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import { BAND_WORDS } from "./band-strip.tsx";
import type { Asked } from "./calendar-actions.ts";
import type { Band, Op, WeekStart, Workout } from "./calendar-data.ts";
import { repeatOps, shiftOps } from "./plan-ops.ts";
import type { CalendarEdits } from "./use-calendar-edits.ts";
import type { LookUp } from "./use-week-chunks.ts";

type Props<Kind extends Asked["kind"]> = {
  asked: Extract<Asked, { kind: Kind }>;
  edits: CalendarEdits;
  onClose: () => void;
};

type MoveProps = Props<"move"> & {
  lookUp: LookUp;
  starts: WeekStart;
  noteOn: (workout: Workout, date: string) => string | null;
};

/** Moves what is chosen so that its first day is another one. */
export function MoveChosenDialog({ asked, edits, onClose, lookUp, starts, noteOn }: MoveProps) {
  const { workouts, from } = asked;
  const [only] = workouts;
  const name = workouts.length === 1 && only ? only.title : `${workouts.length} workouts`;
  return (
    <MoveToDialog
      isOpen
      onOpenChange={onClose}
      name={name}
      from={from}
      firstDayOfWeek={starts}
      markOf={(date) => lookUp.dayOf(date)?.workouts.find(({ kind }) => kind !== "rest")?.title ?? null}
      noteOf={(date) => (only && workouts.length === 1 ? noteOn(only, date) : null)}
      onMove={(to) => {
        const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
        edits.change("move", shiftOps(workouts, days), `${name} moved to ${shortDay(to)}`);
      }}
    />
  );
}

/** The chosen days once more, some times over. */
export function RepeatDialog({ asked, edits, onClose }: Props<"repeat">) {
  const { workouts, from, days } = asked;
  const [times, setTimes] = useState<number | null>(3);
  const last = times ? addDays(from, days * (times + 1) - 1) : null;
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="sm"
      title={days === 7 ? "Repeat the week" : `Repeat ${days} days`}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="solid"
            isDisabled={!times}
            onPress={() => {
              edits.change(
                "repeat",
                repeatOps(workouts, { days, times: times ?? 0 }),
                `Repeated ${times} times`,
              );
              onClose();
            }}
          >
            Repeat
          </Button>
        </>
      }
    >
      <NumberField label="Times" value={times} onChange={setTimes} min={1} max={12} step={1} />
      <p className="mt-3 text-sm text-ink-soft" aria-live="polite">
        {last && times
          ? `${workouts.length * times} workouts more, up to ${shortDay(last)}. What is there already stays.`
          : "Say how often."}
      </p>
    </Dialog>
  );
}

const KINDS = Object.entries(BAND_WORDS).map(([value, label]) => ({ value, label }));

/** Marks days: a note, or what keeps the athlete from training. */
export function MarkDialog({ asked, edits, onClose }: Props<"mark">) {
  const { band } = asked;
  const [kind, setKind] = useState<Band["kind"]>(band?.kind ?? "note");
  const [from, setFrom] = useState<string | null>(band?.from ?? asked.from);
  const [to, setTo] = useState<string | null>(band?.to ?? asked.to);
  const [note, setNote] = useState(band?.note ?? "");
  const fault = from && to && to < from ? "It ends before it begins." : null;
  const send = (op: Op, said: string) => {
    edits.change("band", [op], said);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={band ? BAND_WORDS[band.kind] : "Mark days"}
      actions={
        <>
          {band ? (
            <Button
              variant="quiet"
              onPress={() =>
                send({ op: "remove-band", id: band.id, version: band.version }, "Mark taken away")
              }
            >
              Take away
            </Button>
          ) : null}
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="solid"
            isDisabled={!from || !to || fault !== null || (kind === "note" && note.trim() === "")}
            onPress={() => {
              if (!from || !to) return;
              const fields = { kind, from, to, note: note.trim() || null };
              if (band)
                send({ op: "edit-band", id: band.id, version: band.version, ...fields }, "Mark changed");
              else send({ op: "add-band", id: newClientId(), ...fields }, `${BAND_WORDS[kind]} marked`);
            }}
          >
            {band ? "Save" : "Mark"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <NativeSelect
          label="What"
          value={kind}
          options={KINDS}
          onChange={(event) => setKind(event.target.value as Band["kind"])}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <DatePicker label="First day" value={from} onChange={setFrom} />
          <DatePicker label="Last day" value={to} onChange={setTo} error={fault} />
        </div>
        <TextArea
          label="Note"
          rows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <p className="text-sm text-ink-soft">{MEANINGS[kind]}</p>
      </div>
    </Dialog>
  );
}

const HEALTH =
  "Seen by the athlete, by you, and by coaches whom they show their health. Workouts on these days are excused.";
const MEANINGS: Readonly<Record<Band["kind"], string>> = {
  note: "Seen by every coach of this athlete. Changes nothing in the plan.",
  unavailable: "Workouts on these days are excused. What is planned there afterwards the rules ask to move.",
  travel: "Workouts on these days are excused. What is planned there afterwards the rules ask to move.",
  illness: HEALTH,
  injury: HEALTH,
};
