"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { BringIn } from "#components/bring-in.tsx";
import { Link } from "#components/link.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { BroughtList } from "./brought-list.tsx";

const CRUMB = (
  <Link href="/workouts" className="underline underline-offset-2 hover:text-ink">
    Workouts
  </Link>
);
const MOST_FILES = 40;
const MOST_BYTES = 256_000;

/** Workouts of other programs: read, looked at with what was not understood, then kept. */
export function BringInView({ orgId }: { orgId: string }) {
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const reading = useMutation(trpc.workouts.read.mutationOptions());
  const readFiles = async (files: readonly File[]) => {
    const large = files.find(({ size }) => size > MOST_BYTES);
    setFault(faultOf(files.length, large?.name ?? null));
    if (large || files.length > MOST_FILES) return;
    reading.mutate({
      orgId,
      files: await Promise.all(
        files.map(async (file) => ({ name: file.name, base64: await base64Of(file) })),
      ),
    });
  };
  if (reading.data && reading.data.workouts.length + reading.data.refused.length > 0) {
    return (
      <BroughtList orgId={orgId} brought={reading.data} eyebrow={CRUMB} onAgain={() => reading.reset()} />
    );
  }
  return (
    <BringIn
      eyebrow={CRUMB}
      title="Which workouts do you bring in?"
      lead="You see each as it was read, and what was not understood, before anything is kept."
      files={{
        label: "Drop workout files",
        hint: `FIT, ZWO, TCX or text, up to ${MOST_FILES} at once.`,
        accept: [".fit", ".zwo", ".tcx", ".txt", ".gz"],
        multiple: true,
        buttonLabel: "Choose files",
        onFiles: (files) => void readFiles(files).catch((error: Error) => setFault(error.message)),
      }}
      paste={{
        label: "Or paste their text",
        hint: "As intervals.icu writes it, or 8 x 400m @5k, 200m jog. Several are parted by a line of three dashes.",
        maxLength: 100_000,
        value: text,
        onChange: setText,
        button: "Read the workouts",
        onRead: () => {
          setFault(null);
          reading.mutate({ orgId, text });
        },
      }}
      fault={fault ?? reading.error?.message ?? null}
      isPending={reading.isPending}
    />
  );
}

function faultOf(count: number, large: string | null): string | null {
  if (large) return `${large} is larger than any workout. Export the workout alone.`;
  return count > MOST_FILES ? `At most ${MOST_FILES} files at once. Choose fewer.` : null;
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(new Error(`${file.name} could not be read. Choose it again.`));
    reader.readAsDataURL(file);
  });
}
