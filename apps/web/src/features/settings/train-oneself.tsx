"use client";

import { Button } from "@repo/ui/button";
import { useMutation } from "@tanstack/react-query";
import { FormError } from "#components/form-error.tsx";
import { useTRPC } from "#trpc/client.tsx";

/** For a coach who runs too, and for a runner without a coach: one press, then the same steps as any athlete. */
export function TrainOneself() {
  const begin = useMutation(
    useTRPC().profile.trainOneself.mutationOptions({ onSuccess: () => window.location.assign("/welcome") }),
  );
  return (
    <section aria-label="Your own training" className="mt-6 border-b border-line pb-5">
      <h2 className="type-lead">You run too?</h2>
      <p className="mt-1 mb-3 max-w-prose text-sm text-ink-soft">
        Be your own coach: you stand on your roster, plan a season for yourself, and have Today, the log and
        everything else that athletes have. Nobody else sees anything by it.
      </p>
      <FormError>{begin.error?.message}</FormError>
      <Button
        isPending={begin.isPending}
        onPress={() => begin.mutate({ timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
      >
        Train yourself
      </Button>
    </section>
  );
}
