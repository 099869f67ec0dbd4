import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { BringInView } from "#features/cycles/bring-in-view.tsx";
import { askedFirst, coachingOf } from "#features/shell/hats.ts";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Bring in a plan" };

export default async function BringInPage({ searchParams }: PageProps<"/cycles/bring-in">) {
  await requireActor("/cycles/bring-in");
  const account = await (await getCaller()).account.me();
  const organisation = askedFirst(coachingOf(account), (await searchParams).org).find(
    ({ role }) => role !== "assistant",
  );
  if (!organisation) redirect("/cycles");
  return <BringInView orgId={organisation.orgId} />;
}
