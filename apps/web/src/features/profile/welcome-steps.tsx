"use client";

import { Button } from "@repo/ui/button";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Title } from "#components/title.tsx";
import { UnitsProvider } from "#components/units.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { AvailabilityForm } from "./availability-form.tsx";
import { ClockForm } from "./clock-form.tsx";
import { ResultForm } from "./result-form.tsx";
import type { Profile } from "./use-profile-update.ts";

type Form = { profile: Profile; today: string; onSaved: () => void };
type Step = { title: string; lead: string; form: (props: Form) => ReactNode };

const STEPS: readonly Step[] = [
  {
    title: "Your clock",
    lead: "So that a day is your day, and a pace reads as you say it.",
    form: ({ profile, onSaved }) => (
      <ClockForm timeZone={profile.timeZone} units={profile.units} onSaved={onSaved} submitLabel="Next" />
    ),
  },
  {
    title: "A recent result",
    lead: "A race or an all-out test of the last two months sets your paces. A slow one is better than none.",
    form: ({ profile, today, onSaved }) => (
      <ResultForm athleteId={profile.athleteId} today={today} onSaved={onSaved} submitLabel="Next" />
    ),
  },
  {
    title: "Your week",
    lead: "Plans only use the days you leave open.",
    form: ({ profile, onSaved }) => (
      <AvailabilityForm profile={profile} onSaved={onSaved} submitLabel="Begin" />
    ),
  },
];

/** Short steps on the way in: each may be skipped and found again under "You". */
export function WelcomeSteps({ athleteId, today }: { athleteId: string; today: string }) {
  const router = useRouter();
  const [index, setIndex] = useState(0);
  const { data: profile } = useSuspenseQuery(useTRPC().profile.get.queryOptions({ athleteId }));
  const step = STEPS[index];
  if (!step) return null;
  const isLast = index === STEPS.length - 1;
  const next = () => {
    if (isLast) router.replace("/today");
    else setIndex(index + 1);
    window.scrollTo(0, 0);
  };
  return (
    <UnitsProvider units={profile.units}>
      <Progress index={index} />
      <Title lead={step.lead}>{step.title}</Title>
      {step.form({ profile, today, onSaved: next })}
      <Button variant="quiet" size="lg" className="mt-3 -ml-3" onPress={next}>
        {isLast ? "Skip, and begin" : "Skip for now"}
      </Button>
    </UnitsProvider>
  );
}

function Progress({ index }: { index: number }) {
  return (
    <div className="mb-5">
      <p className="type-label text-ink-soft" aria-live="polite">
        Step {index + 1} of {STEPS.length}
      </p>
      <div aria-hidden="true" className="mt-1.5 flex gap-1">
        {STEPS.map(({ title }, step) => (
          <span key={title} className={`h-1 flex-1 rounded-full ${step <= index ? "bg-ink" : "bg-sunken"}`} />
        ))}
      </div>
    </div>
  );
}
