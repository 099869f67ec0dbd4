"use client";

import { HEART_SCHEMES, heartZoneTable } from "@repo/core/zones";
import { NativeSelect } from "#components/native-select.tsx";
import { ZoneTable } from "#components/zone-table.tsx";
import { schemeWords } from "#words/progress.ts";
import { type Profile, useProfileUpdate } from "./use-profile-update.ts";

const OPTIONS = [
  { value: "", label: "As the thresholds allow" },
  ...HEART_SCHEMES.map((value) => ({ value, label: schemeWords[value] })),
];

type Props = { profile: Profile; onSaved: () => void };

/** The scheme of an athlete's heart-rate zones, and what they are in it. */
export function ZonesChoice({ profile, onSaved }: Props) {
  const { save } = useProfileUpdate(profile, onSaved);
  const { maxHrBpm: maxHr, restingHrBpm: restingHr, thresholdHrBpm: thresholdHr, zoneScheme } = profile;
  const table = heartZoneTable({ maxHr, restingHr, thresholdHr }, zoneScheme);
  const isGivenWay = zoneScheme !== null && table !== null && table.scheme !== zoneScheme;
  return (
    <div className="flex max-w-md flex-col gap-4">
      <NativeSelect
        label="Scheme"
        value={zoneScheme ?? ""}
        options={OPTIONS}
        onChange={(event) =>
          save({ zoneScheme: HEART_SCHEMES.find((scheme) => scheme === event.target.value) ?? null })
        }
      />
      {isGivenWay ? (
        <p className="text-sm text-ink-soft">The heart rates it needs are not known yet. Until then:</p>
      ) : null}
      {table ? (
        <ZoneTable table={table} />
      ) : (
        <p className="text-sm text-ink-soft">
          Known once there is a maximum or a threshold heart rate. Until then every workout can be run by
          feel.
        </p>
      )}
    </div>
  );
}
