"use client";

import { Section } from "@repo/ui/section";
import { Switch } from "@repo/ui/switch";
import type { RouterInputs } from "#trpc/root.ts";
import { words } from "#words.ts";

type Scope = RouterInputs["invitation"]["accept"]["scopes"][number];
type Props = {
  coach: string;
  asked: readonly Scope[];
  chosen: readonly Scope[];
  onChange: (scopes: readonly Scope[]) => void;
};

/** What the coach asks to see. Nothing is on until the athlete turns it on. */
export function ScopeSwitches({ coach, asked, chosen, onChange }: Props) {
  const toggle = (scope: Scope, on: boolean) =>
    onChange(on ? [...chosen, scope] : chosen.filter((other) => other !== scope));
  return (
    <Section title={`What ${coach} would see`} className="border-y border-line py-5">
      <div className="divide-y divide-line">
        {asked.map((scope) => (
          <Switch
            key={scope}
            label={words("scope", scope)}
            hint={words("scopeMeaning", scope)}
            checked={chosen.includes(scope)}
            onChange={(event) => toggle(scope, event.target.checked)}
          />
        ))}
      </div>
      <p className="mt-4 text-sm text-ink-soft">
        {chosen.includes("training")
          ? `You can end this at any moment, under “Who sees what”. It takes effect at once.`
          : `Without training ${coach} cannot plan for you. You decide, now or later; you can end it at any moment.`}
      </p>
    </Section>
  );
}
