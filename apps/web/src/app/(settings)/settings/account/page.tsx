import { PageTitle } from "@repo/ui/page-title";
import { Section } from "@repo/ui/section";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { requireActor } from "#auth/index.ts";
import { AccountForm } from "#features/account/account-form.tsx";
import { EmailForm } from "#features/account/email-form.tsx";
import { PasswordForm } from "#features/account/password-form.tsx";
import { SettingsCrumb } from "#features/settings/settings-crumb.tsx";
import { readTheme, THEME_COOKIE } from "#features/theme/theme.ts";
import { ThemeChoice } from "#features/theme/theme-choice.tsx";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  await requireActor();
  const caller = await getCaller();
  const [account, sign] = [await caller.account.me(), await caller.account.signInMethods()];
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <div className="max-w-2xl">
      <PageTitle
        eyebrow={<SettingsCrumb />}
        title="Account"
        lead={`You sign in as ${account.email}.`}
        rule={false}
      />
      <Section title="You">
        <AccountForm account={account} />
      </Section>
      <Section title="Look" className="border-t border-line py-6">
        <div className="max-w-md">
          <ThemeChoice initial={theme} />
        </div>
      </Section>
      <Section title="E-mail address" className="border-t border-line py-6">
        <EmailForm hasPassword={sign.hasPassword} />
      </Section>
      <Section title={sign.hasPassword ? "Password" : "Set a password"} className="border-t border-line py-6">
        <PasswordForm hasPassword={sign.hasPassword} />
      </Section>
    </div>
  );
}
