import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { coachingOf } from "#features/shell/hats.ts";
import { BringInView } from "#features/workouts/bring-in-view.tsx";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Bring in workouts" };

export default async function BringInPage() {
  await requireActor("/workouts/bring-in");
  const planning = coachingOf(await (await getCaller()).account.me()).find(
    ({ role }) => role !== "assistant",
  );
  if (!planning) redirect("/workouts");
  return <BringInView orgId={planning.orgId} />;
}
