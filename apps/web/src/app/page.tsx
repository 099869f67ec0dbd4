import { redirect } from "next/navigation";
import { getActor } from "#auth/index.ts";
import { WholePage } from "#components/whole-page.tsx";
import { SignOutButton } from "#features/account/sign-out-button.tsx";
import { CreateOrganisationForm } from "#features/organisation/create-organisation-form.tsx";
import { homeOf } from "#features/shell/hats.ts";
import { getCaller } from "#trpc/server.tsx";

export default async function StartPage() {
  if (!(await getActor())) redirect("/sign-in");
  const account = await (await getCaller()).account.me();
  const home = homeOf(account);
  if (home) redirect(home);
  if (account.isOperator) {
    return (
      <WholePage title="Give your club or practice a name">
        <CreateOrganisationForm />
      </WholePage>
    );
  }
  return (
    <WholePage title="You do not belong to a team yet" actions={<SignOutButton />}>
      You are signed in as {account.email}. Ask your coach to invite this address; the invitation comes by
      mail and opens your training here.
    </WholePage>
  );
}
