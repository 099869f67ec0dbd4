"use client";

import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import type { useGiving } from "./use-giving.ts";

type Props = { title: string; giving: ReturnType<typeof useGiving>; onClose: () => void };

/** What came of it, athlete by athlete, with the way back from all and another try for those it did not reach. */
export function GivenResults({ title, giving, onClose }: Props) {
  const { results, isBusy, again, takeBack } = giving;
  const all = results ?? [];
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={title}
      actions={
        <>
          {all.some(({ came }) => came === "given") ? (
            <Button isPending={isBusy} onPress={() => void takeBack()}>
              Take it back from all
            </Button>
          ) : null}
          {all.some(({ came }) => came === "refused") ? (
            <Button isPending={isBusy} onPress={() => void again()}>
              Try again
            </Button>
          ) : null}
          <Button variant="solid" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <ul aria-label="What came of it" aria-live="polite" className="divide-y divide-line">
        {all.map(({ athleteId, name, said, came }) => (
          <li key={athleteId} className="flex justify-between gap-4 py-2 text-sm">
            <span className="font-semibold">{name}</span>
            <span className={LOOKS[came]}>{said}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

const LOOKS = {
  given: "text-good-text",
  "taken-back": "text-ink-soft",
  refused: "text-track-text",
} as const;
