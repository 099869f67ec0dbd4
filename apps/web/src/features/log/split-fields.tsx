"use client";

import { Disclosure } from "@repo/ui/disclosure";
import { TextArea, TextField } from "@repo/ui/text-field";

/** The times of repetitions, typed or pasted; folded away, for most runs have none. */
export function SplitFields({ repM, fault }: { repM: number | null; fault: string | null }) {
  return (
    <Disclosure summary="Times of your repetitions" open={fault !== null}>
      <div className="grid grid-cols-[minmax(0,1fr)_7rem] items-start gap-3 pt-1">
        <TextArea
          label="Repetitions"
          name="splits"
          rows={2}
          maxLength={1000}
          placeholder="1:38 1:37 1:39"
          hint="one after another; read as repetitions"
          error={fault}
        />
        <TextField
          label="Each"
          name="repM"
          unit="m"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={repM ?? 400}
        />
      </div>
    </Disclosure>
  );
}

/** What was typed; null where nothing was. The server reads it. */
export function readTyped(fields: FormData): { text: string; repM: number } | null {
  const text = String(fields.get("splits") ?? "").trim();
  return text === "" ? null : { text, repM: Number(fields.get("repM")) };
}

/** The length of a repetition in metres, where a title says it: 400 in "10 × 400 m", 1000 in "5 x 1 km". */
export function repetitionOf(title: string | undefined): number | null {
  const match = /\d+\s*[x×]\s*(\d+(?:\.\d+)?)\s*(km|m)\b/i.exec(title ?? "");
  return match ? Number(match[1]) * (match[2]?.toLowerCase() === "km" ? 1_000 : 1) : null;
}
