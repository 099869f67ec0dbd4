import { EmptyState } from "@repo/ui/empty-state";
import { PageTitle } from "@repo/ui/page-title";
import type { Metadata } from "next";
import { requireActor } from "#auth/index.ts";

export const metadata: Metadata = { title: "Today" };

export default async function TodayPage() {
  await requireActor("/today");
  return (
    <>
      <PageTitle title="Nothing planned today" rule={false} />
      <EmptyState title="Your workout of the day stands here">
        It appears when your coach assigns a season. What you run until then can be logged all the same.
      </EmptyState>
    </>
  );
}
