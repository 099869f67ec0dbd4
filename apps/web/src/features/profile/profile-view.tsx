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
import { InjuriesForm } from "./injuries-form.tsx";
import { RacesAhead } from "./races-ahead.tsx";
import { ResultForm } from "./result-form.tsx";
import { ResultsList } from "./results-list.tsx";
import { Suggestions } from "./suggestions.tsx";
import { ThresholdsForm } from "./thresholds-form.tsx";
import { Timeline } from "./timeline.tsx";
import { type Profile, useProfileUpdate } from "./use-profile-update.ts";
import { OwnProfile } from "./whose.ts";
import { ZonesChoice } from "./zones-choice.tsx";

const LEVEL_OPTIONS = LEVELS.map((value) => ({ value, label: words("level", value) }));
const RULED = "border-t border-line py-6";
const saved = () => showToast("Saved");

type Props = { athleteId: string; today: string; isOwn?: boolean };

/** What paces, loads and plans of the athlete rest on, for the athlete and for whoever coaches them. */
export function ProfileView({ athleteId, today, isOwn = true }: Props) {
  const { data: profile } = useSuspenseQuery(useTRPC().profile.get.queryOptions({ athleteId }));
  const { mayPlan } = profile;
  return (
    <OwnProfile value={isOwn}>
      <Suggestions athleteId={athleteId} maySettle={mayPlan} />
      <div className={isOwn ? "" : "grid gap-x-12 xl:grid-cols-[minmax(0,1fr)_24rem]"}>
        <div className="min-w-0">
          <RacesAhead {...{ athleteId, today, isOwn }} />
          <Section
            title="Results"
            className={RULED}
            note={`${isOwn ? "Your" : "Their"} paces come from the best of these that is still fresh`}
          >
            <ResultsList athleteId={athleteId} mayChange={mayPlan} />
            {mayPlan ? (
              <Disclosure summary="Add a result" className="mt-4">
                <ResultForm athleteId={athleteId} today={today} onSaved={() => showToast("Result added")} />
              </Disclosure>
            ) : null}
          </Section>
          {mayPlan ? <Said profile={profile} isOwn={isOwn} /> : null}
        </div>
        <Timeline athleteId={athleteId} />
      </div>
    </OwnProfile>
  );
}

function Said({ profile, isOwn }: { profile: Profile; isOwn: boolean }) {
  return (
    <>
      <Section title="Thresholds" className={RULED}>
        <ThresholdsForm key={profile.version} profile={profile} onSaved={saved} />
      </Section>
      <Section title="Zones of heart rate" className={RULED}>
        <ZonesChoice profile={profile} onSaved={saved} />
      </Section>
      <Section title="Days and level" className={RULED}>
        <LevelChoice profile={profile} />
        <AvailabilityForm key={profile.version} profile={profile} onSaved={saved} />
      </Section>
      <Section title="Injuries before" className={RULED}>
        <InjuriesForm profile={profile} onSaved={saved} />
      </Section>
      {isOwn ? (
        <Section title="Clock and units" className={RULED}>
          <ClockForm timeZone={profile.timeZone} units={profile.units} onSaved={saved} />
        </Section>
      ) : null}
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
