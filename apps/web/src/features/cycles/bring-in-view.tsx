"use client";

import { MAX_PLAN_CHARS } from "@repo/core/cycles";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { BringIn } from "#components/bring-in.tsx";
import { Link } from "#components/link.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { BroughtPlan } from "./brought-plan.tsx";

const CRUMB = (
  <Link href="/cycles" className="underline underline-offset-2 hover:text-ink">
    Cycles
  </Link>
);
/** Bytes of one character at most: what is larger is too long whatever it says. */
const BYTES = 4;

/** A published plan from its file or its text: read, looked at, then kept as a cycle. */
export function BringInView({ orgId }: { orgId: string }) {
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const reading = useMutation(trpc.cycles.readPlan.mutationOptions());

  const read = (content: string) => {
    setFault(null);
    if (content.length > MAX_PLAN_CHARS) {
      setFault("This is longer than any plan. Bring in one plan at a time.");
      return;
    }
    reading.mutate({ orgId, text: content });
  };
  const readFile = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > MAX_PLAN_CHARS * BYTES) {
      setFault(`${file.name} is larger than any plan. Choose the file of one plan, in JSON or CSV.`);
      return;
    }
    const content = await file.text();
    setText(content.slice(0, MAX_PLAN_CHARS));
    read(content);
  };

  if (reading.data) {
    return <BroughtPlan orgId={orgId} plan={reading.data} eyebrow={CRUMB} onAgain={() => reading.reset()} />;
  }
  return (
    <BringIn
      eyebrow={CRUMB}
      title="Which plan do you bring in?"
      lead="It becomes a cycle: weeks without dates. You see what was understood, and what was not, before anything is kept."
      files={{
        label: "Drop the file of a plan",
        hint: "JSON of weeks and days, or a CSV table with a line for each day.",
        accept: [".json", ".csv", ".txt"],
        multiple: false,
        buttonLabel: "Choose a file",
        onFiles: ([file]) =>
          void readFile(file).catch(() => setFault(`${file?.name} could not be read. Choose it again.`)),
      }}
      paste={{
        label: "Or paste its text",
        value: text,
        onChange: setText,
        button: "Read the plan",
        onRead: () => read(text),
      }}
      fault={fault ?? reading.error?.message ?? null}
      isPending={reading.isPending}
    />
  );
}
