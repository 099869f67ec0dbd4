"use client";

import { Button } from "@repo/ui/button";
import { Disclosure } from "@repo/ui/disclosure";
import { showToast } from "@repo/ui/toast";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#trpc/client.tsx";
import { ResultForm } from "./result-form.tsx";
import { ResultsList } from "./results-list.tsx";
import { ThresholdsForm } from "./thresholds-form.tsx";
import type { Profile } from "./use-profile-update.ts";

type Props = { profile: Profile; today: string; onSaved: () => void };

/** What paces rest on: the results there are, or a first one; thresholds for whoever knows them. */
export function WelcomeResult({ profile, today, onSaved }: Props) {
  const { athleteId } = profile;
  const { data: results } = useSuspenseQuery(useTRPC().profile.results.queryOptions({ athleteId }));
  const hasThresholds = [
    profile.thresholdPaceSPerKm,
    profile.maxHrBpm,
    profile.thresholdHrBpm,
    profile.restingHrBpm,
  ].some((value) => value !== null);
  const isKnown = results.length > 0 || hasThresholds;
  return (
    <>
      {isKnown ? (
        <>
          <ResultsList athleteId={athleteId} mayChange />
          <Disclosure summary="Add a result" className="mt-2">
            <ResultForm athleteId={athleteId} today={today} onSaved={() => showToast("Result added")} />
          </Disclosure>
        </>
      ) : (
        <ResultForm athleteId={athleteId} today={today} onSaved={onSaved} submitLabel="Next" />
      )}
      <Disclosure
        summary={hasThresholds ? "Your thresholds" : "I know my threshold or heart rates"}
        open={hasThresholds}
        className="mt-2"
      >
        <ThresholdsForm
          key={profile.version}
          profile={profile}
          onSaved={() => showToast("Thresholds saved")}
          variant="outline"
        />
      </Disclosure>
      {isKnown ? (
        <Button variant="solid" size="lg" className="mt-5" onPress={onSaved}>
          Next
        </Button>
      ) : null}
    </>
  );
}
