import type { Metadata } from "next";
import { Title } from "#components/title.tsx";
import { ForgotForm } from "#features/sign-in/forgot-form.tsx";

export const metadata: Metadata = { title: "Forgot your password" };

export default function ForgotPage() {
  return (
    <>
      <Title lead="A link for choosing a new one comes by mail. It works once, for 30 minutes.">
        Forgot your password?
      </Title>
      <ForgotForm />
    </>
  );
}
