"use client";

import { Notice } from "@repo/ui/notice";
import { showToast } from "@repo/ui/toast";
import { type DragEvent, type ReactNode, useId, useState } from "react";
import { Day } from "#components/day.tsx";
import { FormError } from "#components/form-error.tsx";
import { KeepBoth } from "#components/keep-both.tsx";
import { Link } from "#components/link.tsx";
import { TwinQuestion } from "#components/twin-question.tsx";
import { useFreshPage } from "#components/use-fresh-page.ts";
import { withdraw } from "#features/offline/unsent.ts";
import { type AddedFile, useSave } from "#features/offline/use-unsent.ts";
import { newClientId } from "#trpc/new-client-id.ts";

type Session = AddedFile["sessions"][number];
type Props = {
  day: string;
  workoutId: string | null;
  /** Whether the workout has steps that a watch can count. */
  hasSteps: boolean;
  children: ReactNode;
};

const ACCEPTED = ".fit,.tcx,.gpx,.gz";

/** The page as a place to drop a recording on, and the button that does the same without dragging. */
export function AddFile({ day, workoutId, hasSteps, children }: Props) {
  const id = useId();
  const [isOver, setOver] = useState(false);
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [added, setAdded] = useState<AddedFile | null>(null);
  const { refresh } = useFreshPage();
  const save = useSave("file.add");

  async function send(file: File | undefined) {
    if (!file) return;
    setSending(true);
    setFault(null);
    setAdded(null);
    try {
      const entry = { mutationId: newClientId(), day, plannedWorkoutId: workoutId, file };
      const answer = await save(entry, labelOf(file));
      setAdded(answer);
      if (answer) refresh();
      else
        showToast("Kept on this device; it waits to be sent", {
          undo: () => void withdraw(entry.mutationId),
        });
    } catch (error) {
      setFault(`${file.name}: ${(error as Error).message}`);
    }
    setSending(false);
  }

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };

  return (
    <section
      aria-label="Log"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={isOver ? "rounded-lg outline-2 outline-offset-8 outline-focus outline-dashed" : ""}
    >
      {children}
      <div className="mt-1 flex flex-wrap justify-center gap-x-5">
        <label
          htmlFor={id}
          className="type-narrow inline-flex min-h-11 items-center text-sm font-semibold text-ink-soft hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          {isSending ? "Reading the file …" : "Add a FIT, TCX or GPX file"}
          <input
            id={id}
            type="file"
            accept={ACCEPTED}
            className="sr-only"
            disabled={isSending}
            onChange={(event) => {
              void send(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
        </label>
        {workoutId && hasSteps ? (
          <a
            href={`/api/workout-files/${workoutId}`}
            download
            className="type-narrow inline-flex min-h-11 items-center text-sm font-semibold text-ink-soft hover:text-ink"
          >
            Send to watch
          </a>
        ) : null}
        <Link
          href="/imports"
          className="type-narrow inline-flex min-h-11 items-center text-sm font-semibold text-ink-soft hover:text-ink"
        >
          Import many
        </Link>
      </div>
      <FormError>{fault}</FormError>
      {added ? <WhatCame added={added} day={day} onSettled={() => setAdded(null)} /> : null}
    </section>
  );
}

function labelOf({ name }: File): string {
  return name.length > 40 ? `${name.slice(0, 39)}…` : name;
}

function WhatCame({ added, day, onSettled }: { added: AddedFile; day: string; onSettled: () => void }) {
  return (
    <Notice tone={added.sessions.every(({ state }) => state === "duplicate") ? "info" : "good"}>
      <ul className="space-y-1">
        {added.sessions.map((session) => (
          <li key={session.activityId}>
            {wordsOf(session)}{" "}
            {session.localDate === day ? null : (
              <>
                It is of <Day iso={session.localDate} />, not of today.{" "}
              </>
            )}
            {session.originalId ? (
              <TwinQuestion
                twin={{ ...session, originalId: session.originalId, count: 1 }}
                name={session.localDate}
                place={null}
                onSettled={onSettled}
              />
            ) : (
              <span className="inline-flex flex-wrap items-center gap-3">
                <Link href={`/activities/${session.activityId}`} className="underline">
                  Open it
                </Link>
                {session.state === "updated" ? (
                  <KeepBoth activityId={session.activityId} name={session.localDate} onSettled={onSettled} />
                ) : null}
              </span>
            )}
          </li>
        ))}
      </ul>
      {added.warnings.length > 0 ? (
        <div className="mt-2">
          <p className="font-semibold">What the file got wrong</p>
          <ul className="list-disc pl-5">
            {added.warnings.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </Notice>
  );
}

function wordsOf({ state, because }: Session): string {
  if (state === "added") return "Added.";
  if (state === "updated") return "Joined with the session you had logged; what you felt was kept.";
  return because === "same-file"
    ? "This file was added before; nothing changed."
    : "This looks like a session that is here already, so it was left out for now.";
}
