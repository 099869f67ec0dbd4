"use client";

import { Button } from "@repo/ui/button";
import { TextField } from "@repo/ui/text-field";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import { sendSignInLink, signInWithPassword } from "#auth/client.ts";
import { FormError } from "#components/form-error.tsx";
import { Link } from "#components/link.tsx";
import { words } from "#words.ts";

type Props = { next: string; email?: string; error?: string };

export function SignInForm({ next, email = "", error }: Props) {
  const router = useRouter();
  const [fault, setFault] = useState(error ? words("auth", error) : null);
  const [busy, setBusy] = useState<"password" | "link" | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const byLink = (event.nativeEvent as globalThis.SubmitEvent).submitter?.getAttribute("value") === "link";
    setBusy(byLink ? "link" : "password");
    setFault(null);
    const address = String(fields.get("email"));
    const answer = byLink
      ? await sendSignInLink(address, next)
      : await signInWithPassword(address, String(fields.get("password")), next);
    if (answer.ok) {
      router.push(byLink ? "/sign-in/check-mail" : next);
      router.refresh();
      return;
    }
    setBusy(null);
    setFault(words("auth", answer.error));
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-5">
      <FormError>{fault}</FormError>
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={email}
        required
      />
      <TextField label="Password" name="password" type="password" autoComplete="current-password" />
      <div className="flex flex-col gap-2.5 pt-1">
        <Button
          type="submit"
          name="by"
          value="password"
          variant="solid"
          size="lg"
          isPending={busy === "password"}
        >
          Sign in
        </Button>
        <Button type="submit" name="by" value="link" size="lg" isPending={busy === "link"}>
          Send me a link instead
        </Button>
      </div>
      <p className="text-center text-sm">
        <Link href="/sign-in/forgot" className="text-ink-soft underline underline-offset-2 hover:text-ink">
          Forgot your password?
        </Link>
      </p>
    </form>
  );
}
