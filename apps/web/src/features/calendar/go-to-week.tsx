"use client";

import { Button } from "@repo/ui/button";
import { TextField } from "@repo/ui/text-field";
import { useRouter } from "next/navigation";
import type { SubmitEvent } from "react";

/** Years back are one step, not a hundred. */
export function GoToWeek({ from }: { from: string }) {
  const router = useRouter();
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    router.push(`/calendar?from=${String(new FormData(event.currentTarget).get("from"))}`);
  }
  return (
    <form method="post" onSubmit={submit} className="flex items-end gap-2">
      <TextField key={from} label="Go to the week of" name="from" type="date" defaultValue={from} required />
      <Button type="submit">Go</Button>
    </form>
  );
}
