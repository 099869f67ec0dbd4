import { LinkButton } from "@repo/ui/link-button";
import type { Metadata } from "next";
import { getActor } from "#auth/index.ts";
import { Link } from "#components/link.tsx";
import { Title } from "#components/title.tsx";
import { InvitationView } from "#features/invitation/invitation-view.tsx";
import { nullIfNotFound } from "#trpc/null-if-not-found.ts";
import { getCaller } from "#trpc/server.tsx";
import { words } from "#words.ts";

export const metadata: Metadata = { title: "Invitation" };

export default async function InvitationPage({ params }: PageProps<"/invitation/[token]">) {
  const { token } = await params;
  const caller = await getCaller();
  const invitation = await caller.invitation.show({ token }).catch(nullIfNotFound);
  if (invitation?.state !== "open") {
    return (
      <>
        <Title lead={words("invitation", invitation?.state ?? "unknown")}>
          This invitation cannot be used
        </Title>
        {invitation?.state === "accepted" ? (
          <LinkButton as={Link} variant="solid" href="/sign-in">
            Sign in
          </LinkButton>
        ) : null}
      </>
    );
  }
  const account = (await getActor()) ? await caller.account.me() : null;
  return <InvitationView token={token} invitation={invitation} signedInAs={account?.email ?? null} />;
}
