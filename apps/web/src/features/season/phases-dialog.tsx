"use client";

import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { useState } from "react";
import { PhasesFields, phasesFault } from "./phases-fields.tsx";
import { draftOf, type PhasesDraft } from "./season-planner.tsx";
import type { SeasonData } from "./use-plan-edits.ts";

type Props = { season: SeasonData; onClose: () => void; onPreview: (draft: PhasesDraft) => void };

/** The phases of a season, typed; shown on the season before they are saved. */
export function PhasesDialog({ season, onClose, onPreview }: Props) {
  const [draft, setDraft] = useState(() => draftOf(season));
  const fault = phasesFault(draft);
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="lg"
      title="Phases"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="solid" isDisabled={fault !== null} onPress={() => onPreview(draft)}>
            See what it does
          </Button>
        </>
      }
    >
      <PhasesFields draft={draft} setDraft={setDraft} fixedStart />
      <p aria-live="polite" className="mt-3 min-h-5 text-sm text-track-text">
        {fault}
      </p>
    </Dialog>
  );
}
