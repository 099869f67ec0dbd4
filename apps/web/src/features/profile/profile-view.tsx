"use client";

import { LEVELS } from "@repo/core/athlete";
import { Disclosure } from "@repo/ui/disclosure";
import { Section } from "@repo/ui/section";
import { SegmentedChoice } from "@repo/ui/segmented-choice";
import { showToast } from "@repo/ui/toast";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#trpc/client.tsx";
import { words } from "#words.ts";
import { AvailabilityForm } from "./availability-form.tsx";
import { ClockForm } from "./clock-form.tsx";
import { ResultForm } from "./result-form.tsx";
import { ResultsList } from "./results-list.tsx";
import { ThresholdsForm } from "./thresholds-form.tsx";
import { type Profile, useProfileUpdate } from "./use-profile-update.ts";

const LEVEL_OPTIONS = LEVELS.map((value) => ({ value, label: words("level", value) }));
const RULED = "border-t border-line py-6";
const saved = () => showToast("Saved");

/** What paces, loads and plans of the athlete rest on. */
export function ProfileView({ athleteId, today }: { athleteId: string; today: string }) {
  const { data: profile } = useSuspenseQuery(useTRPC().profile.get.queryOptions({ athleteId }));
  return (
    <>
      <Section title="Results" note="Your paces come from the best of these that is still fresh">
        <ResultsList athleteId={athleteId} />
        <Disclosure summary="Add a result" className="mt-4">
          <ResultForm athleteId={athleteId} today={today} onSaved={() => showToast("Result added")} />
        </Disclosure>
      </Section>
      <Section title="Thresholds" className={RULED}>
        <ThresholdsForm key={profile.version} profile={profile} onSaved={saved} />
      </Section>
      <Section title="Days and level" className={RULED}>
        <LevelChoice profile={profile} />
        <AvailabilityForm key={profile.version} profile={profile} onSaved={saved} />
      </Section>
      <Section title="Clock and units" className={RULED}>
        <ClockForm timeZone={profile.timeZone} units={profile.units} onSaved={saved} />
      </Section>
    </>
  );
}

function LevelChoice({ profile }: { profile: Profile }) {
  const { save } = useProfileUpdate(profile, saved);
  const choose = (value: string) =>
    save({ level: LEVEL_OPTIONS.find((level) => level.value === value)?.value ?? null });
  return (
    <SegmentedChoice
      legend="Level"
      name="level"
      options={LEVEL_OPTIONS}
      value={profile.level}
      onChange={choose}
      size="sm"
      className="mb-6 max-w-md"
    />
  );
}
