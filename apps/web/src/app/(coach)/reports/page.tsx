import { EmptyState } from "@repo/ui/empty-state";
import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import type { Metadata } from "next";
import { requireActor } from "#auth/index.ts";
import { Link } from "#components/link.tsx";
import { ReportsList } from "#features/reports/reports-list.tsx";
import { WarningTrust } from "#features/reports/warning-trust.tsx";
import { coachingOf } from "#features/shell/hats.ts";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Reports" };

export default async function ReportsPage() {
  await requireActor("/reports");
  const caller = await getCaller();
  const [account, reports] = [await caller.account.me(), await caller.reports.list()];
  const organisations = coachingOf(account);
  const unread = reports.filter((report) => report.readAt === null).length;
  const actions = (
    <>
      <LinkButton href="/settings/reports" as={Link}>
        When they come
      </LinkButton>
      {organisations.map(({ orgId, name }) => (
        <LinkButton key={orgId} variant="solid" href={`/reports/now?org=${orgId}`} as={Link}>
          {organisations.length === 1 ? "As of now" : `As of now: ${name}`}
        </LinkButton>
      ))}
    </>
  );
  return (
    <>
      <PageTitle
        title={unread === 0 ? "Reports" : `${unread} ${unread === 1 ? "report" : "reports"} not opened`}
        lead="Each morning: who needs you, why, and what to do. By mail, and here."
        actions={actions}
      />
      {reports.length === 0 ? (
        <EmptyState title="Your morning reports stand here">
          The first comes when an athlete has joined, then one each morning at the hour you choose. Until
          then, see what it would say now.
        </EmptyState>
      ) : (
        <ReportsList reports={reports} organisations={organisations} timeZone={account.timeZone} />
      )}
      <WarningTrust trust={await caller.reports.trust()} />
    </>
  );
}
