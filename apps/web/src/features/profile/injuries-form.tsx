"use client";

import { INJURY_SITE_EXPECTED, isInjurySite } from "@repo/core/athlete";
import { Button } from "@repo/ui/button";
import { TextField } from "@repo/ui/text-field";
import { X } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { type Profile, useProfileUpdate } from "./use-profile-update.ts";
import { useWhose } from "./whose.ts";

/** What a place that was injured keeps out of a plan, as the rule `injury-gate` judges (M69). */
const FORBIDS: readonly { sites: RegExp; what: string }[] = [
  { sites: /hamstring|achilles/i, what: "flat sprints over 10 s or 80 m; hill sprints stay" },
  { sites: /achilles|calf|plantar|stress fracture|shin/i, what: "jumps" },
];

/** Earlier injuries, and what the plan check keeps away from them. */
export function InjuriesForm({ profile, onSaved }: { profile: Profile; onSaved: () => void }) {
  const { update, save } = useProfileUpdate(profile, onSaved);
  const [site, setSite] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const whose = useWhose();
  const sites = profile.injurySites;

  function add(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const wanted = site.trim().toLowerCase();
    if (!wanted) return;
    const isKnown = isInjurySite(wanted);
    setFault(isKnown ? null : `Write ${INJURY_SITE_EXPECTED}.`);
    if (!isKnown || sites.includes(wanted)) return;
    save({ injurySites: [...sites, wanted] });
    setSite("");
  }

  return (
    <form method="post" onSubmit={add} className="max-w-md">
      <FormError>{update.error?.message}</FormError>
      {sites.length === 0 ? (
        <p className="mb-3 text-sm text-ink-soft">
          {whose(
            "None. What you name here is heeded by your plan.",
            "None named. The plan check heeds what is.",
          )}
        </p>
      ) : (
        <ul aria-label="Injuries" className="mb-3 divide-y divide-line border-y border-line">
          {sites.map((each) => (
            <li key={each} className="flex items-center justify-between gap-3 py-2">
              <span>
                <span className="font-semibold">{each}</span>
                <span className="block text-sm text-ink-soft">{forbiddenBy(each)}</span>
              </span>
              <Button
                size="sm"
                variant="quiet"
                aria-label={`Take ${each} away`}
                onPress={() => save({ injurySites: sites.filter((other) => other !== each) })}
              >
                <X aria-hidden="true" className="size-4" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label="Another place"
          value={site}
          maxLength={60}
          placeholder="achilles"
          error={fault}
          onChange={(event) => setSite(event.target.value)}
        />
        <Button type="submit" isDisabled={!site.trim()} isPending={update.isPending}>
          Add
        </Button>
      </div>
    </form>
  );
}

function forbiddenBy(site: string): string {
  const kept = FORBIDS.filter(({ sites }) => sites.test(site)).map(({ what }) => what);
  return kept.length === 0 ? "Forbids nothing by rule." : `Keeps out: ${kept.join("; ")}.`;
}
