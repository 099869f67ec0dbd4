"use client";

import { Button } from "@repo/ui/button";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import type { ReactNode } from "react";
import { Title } from "#components/title.tsx";
import { UnitsProvider } from "#components/units.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { AvailabilityForm } from "./availability-form.tsx";
import { ClockForm } from "./clock-form.tsx";
import type { Profile } from "./use-profile-update.ts";
import { WelcomeResult } from "./welcome-result.tsx";

type Form = { profile: Profile; today: string; onSaved: () => void };
type Step = { title: string; lead: string; form: (props: Form) => ReactNode };

const STEP_NAMES = ["clock", "result", "week"] as const;
type StepName = (typeof STEP_NAMES)[number];

const STEPS: Readonly<Record<StepName, Step>> = {
  clock: {
    title: "Your clock",
    lead: "So that a day is your day, and a pace reads as you say it.",
    form: ({ profile, onSaved }) => (
      <ClockForm timeZone={profile.timeZone} units={profile.units} onSaved={onSaved} submitLabel="Next" />
    ),
  },
  result: {
    title: "A recent result",
    lead: "A race or an all-out test of the last two months sets your paces. A slow one is better than none.",
    form: (props) => <WelcomeResult {...props} />,
  },
  week: {
    title: "Your week",
    lead: "Plans only use the days you leave open.",
    form: ({ profile, onSaved }) => (
      <AvailabilityForm profile={profile} onSaved={onSaved} submitLabel="Begin" />
    ),
  },
};

/** Short steps on the way in, each in the address: each may be skipped and found again under "You". */
export function WelcomeSteps({ athleteId, today }: { athleteId: string; today: string }) {
  const router = useRouter();
  const [name, setName] = useQueryState(
    "step",
    parseAsStringLiteral(STEP_NAMES).withDefault("clock").withOptions({ history: "push", scroll: true }),
  );
  const { data: profile } = useSuspenseQuery(useTRPC().profile.get.queryOptions({ athleteId }));
  const index = STEP_NAMES.indexOf(name);
  const before = STEP_NAMES[index - 1];
  const after = STEP_NAMES[index + 1];
  const step = STEPS[name];
  const next = () => {
    if (after) void setName(after);
    else router.replace("/today");
  };
  return (
    <UnitsProvider units={profile.units}>
      <Progress index={index} />
      <Title lead={step.lead}>{step.title}</Title>
      {step.form({ profile, today, onSaved: next })}
      <div className="mt-3 -ml-3 flex gap-1">
        {before ? (
          <Button variant="quiet" size="lg" onPress={() => void setName(before)}>
            Back
          </Button>
        ) : null}
        <Button variant="quiet" size="lg" onPress={next}>
          {after ? "Skip for now" : "Skip, and begin"}
        </Button>
      </div>
    </UnitsProvider>
  );
}

function Progress({ index }: { index: number }) {
  return (
    <div className="mb-5">
      <p className="type-label text-ink-soft" aria-live="polite">
        Step {index + 1} of {STEP_NAMES.length}
      </p>
      <div aria-hidden="true" className="mt-1.5 flex gap-1">
        {STEP_NAMES.map((step, at) => (
          <span key={step} className={`h-1 flex-1 rounded-full ${at <= index ? "bg-ink" : "bg-sunken"}`} />
        ))}
      </div>
    </div>
  );
}
