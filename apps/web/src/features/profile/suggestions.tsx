"use client";

import {
  formatDistance,
  formatDuration,
  formatPace,
  formatPaceRange,
  type UnitSystem,
} from "@repo/core/units";
import { Button } from "@repo/ui/button";
import { Disclosure } from "@repo/ui/disclosure";
import { Section } from "@repo/ui/section";
import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { dayName, shortDay } from "#components/day-words.ts";
import { useUnits } from "#components/units.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { RouterOutputs } from "#trpc/root.ts";

type Suggestion = RouterOutputs["profile"]["suggestions"][number];
type Props = {
  athleteId: string;
  maySettle: boolean;
  /** Says nothing of what was dismissed. */
  isQuiet?: boolean;
};

/** What new races and results suggest to change, each with the workouts it would re-pace; nothing where nothing is. */
export function Suggestions({ athleteId, maySettle, isQuiet = false }: Props) {
  const { data } = useSuspenseQuery(useTRPC().profile.suggestions.queryOptions({ athleteId }));
  const open = data.filter(({ isDismissed }) => !isDismissed);
  const dismissed = data.filter(({ isDismissed }) => isDismissed);
  const { accept, dismiss, isPending } = useSettling(athleteId);
  const units = useUnits();
  if (open.length === 0 && (isQuiet || data.length === 0)) return null;
  return (
    <Section
      title={open.length === 0 ? "Nothing to decide" : "To decide"}
      note={open.length === 0 ? "suggestions were dismissed" : "Nothing changes before you say so"}
    >
      <ul className="divide-y divide-line border-y border-line">
        {open.map((suggestion) => (
          <li key={suggestion.key} className="py-4">
            <p className="type-lead">{titleOf(suggestion, units)}</p>
            <p className="mt-1 text-sm text-ink-soft">{reasonOf(suggestion, units)}</p>
            <Repaced repaced={suggestion.repaced} units={units} />
            {maySettle ? (
              <div className="mt-3 flex flex-wrap gap-2">
                <Button
                  variant="solid"
                  size="sm"
                  isPending={isPending}
                  onPress={() => accept(suggestion.key)}
                >
                  {acceptLabelOf(suggestion, units)}
                </Button>
                <Button size="sm" onPress={() => dismiss(suggestion.key)}>
                  Dismiss
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {dismissed.length > 0 && !isQuiet ? (
        <Disclosure summary={`${dismissed.length} dismissed`} className="mt-2">
          <ul className="text-sm">
            {dismissed.map((suggestion) => (
              <li key={suggestion.key} className="flex items-center justify-between gap-3 py-1">
                <span>{titleOf(suggestion, units)}</span>
                {maySettle ? (
                  <Button size="sm" variant="quiet" onPress={() => dismiss(suggestion.key, true)}>
                    Bring back
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </Section>
  );
}

function useSettling(athleteId: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const refresh = () =>
    Promise.all(
      [trpc.profile, trpc.athlete, trpc.season, trpc.coachCalendar].map((router) =>
        client.invalidateQueries({ queryKey: router.pathKey() }),
      ),
    );
  const onError = (error: { message: string }) => {
    showToast(error.message, { tone: "error" });
    void refresh();
  };
  const accepting = useMutation(
    trpc.profile.acceptSuggestion.mutationOptions({
      onError,
      onSuccess: () => {
        showToast("Taken over", { detail: "Paces follow now, load within a minute." });
        return refresh();
      },
    }),
  );
  const dismissing = useMutation(trpc.profile.dismissSuggestion.mutationOptions({ onError }));
  const dismiss = (key: string, isBack = false) =>
    dismissing.mutate(
      { athleteId, key, isBack, mutationId: newClientId() },
      {
        onSuccess: () => {
          if (!isBack) showToast("Dismissed", { undo: () => dismiss(key, true) });
          return refresh();
        },
      },
    );
  const accept = (key: string) => accepting.mutate({ athleteId, key, mutationId: newClientId() });
  return { accept, dismiss, isPending: accepting.isPending };
}

function titleOf(suggestion: Suggestion, units: UnitSystem): string {
  const { kind, from, to } = suggestion;
  if (kind === "threshold-pace")
    return `Threshold pace ${formatPace(from, units)} → ${formatPace(to, units)}`;
  if (kind === "threshold-hr")
    return `Threshold heart rate ${from === null ? "" : `${Math.round(from)} → `}${to} bpm`;
  if (kind === "max-hr")
    return `Maximum heart rate ${from === null ? "" : `${Math.round(from)} → `}${to} bpm`;
  const { distanceM, timeS } = suggestion.race;
  return `${formatDistance(distanceM, units)} in ${formatDuration(timeS)}: score ${from === null ? "" : `${from.toFixed(1)} → `}${to.toFixed(1)}`;
}

function reasonOf(suggestion: Suggestion, units: UnitSystem): string {
  const day = dayName(suggestion.date);
  if (suggestion.kind === "threshold-pace")
    return `The result of ${day} says so; the pace that was typed in is what counts again once the result is old.`;
  if (suggestion.kind === "max-hr") return peakReason(suggestion, day);
  const { name, timeS } = suggestion.race;
  const race = name ? `“${name}”, ${day},` : `The race of ${day}`;
  if (suggestion.kind === "threshold-hr")
    return `${race} took ${formatDuration(timeS)}: its mean heart rate is what could be held for about an hour.`;
  const { distanceM } = suggestion.race;
  const pace = formatPace((timeS / distanceM) * 1_000, units);
  return `${race} was logged and is no result yet: ${pace}.`;
}

function peakReason({ peak, from, to }: Extract<Suggestion, { kind: "max-hr" }>, day: string): string {
  const run = peak.name ? `“${peak.name}”, ${day},` : `The run of ${day}`;
  const held = `${run} held ${to} bpm for five seconds, after a slow climb`;
  return from === null
    ? `${held}; the maximum is no lower than that.`
    : `${held}: more than the ${Math.round(from)} bpm that count as the maximum.`;
}

function acceptLabelOf({ kind, to }: Suggestion, units: UnitSystem): string {
  if (kind === "result") return "Make it a result";
  return kind === "threshold-pace" ? `Set ${formatPace(to, units)}` : `Set ${to} bpm`;
}

function Repaced({ repaced, units }: { repaced: Suggestion["repaced"]; units: UnitSystem }) {
  const { count, first } = repaced;
  if (count === 0) return <p className="mt-2 text-sm">It gives no planned workout another target.</p>;
  return (
    <>
      <p className="mt-2 text-sm font-semibold">
        {`It re-paces ${count} planned ${count === 1 ? "workout" : "workouts"}:`}
      </p>
      <ul aria-label="Workouts it re-paces" className="mt-1 text-sm">
        {first.map(({ id, date, title, before, after }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-4 py-0.5">
            <span className="min-w-0">
              <span className="type-narrow text-ink-soft">{shortDay(date)}</span> {title}
            </span>
            <span className="type-figure whitespace-nowrap">
              {`${rangeOf(before, units)} → ${rangeOf(after, units)}`}
            </span>
          </li>
        ))}
      </ul>
      {count > first.length ? (
        <p className="mt-1 text-sm text-ink-soft">{`and ${count - first.length} later ones.`}</p>
      ) : null}
    </>
  );
}

type Range = Suggestion["repaced"]["first"][number]["before"];

function rangeOf({ fastSPerKm, slowSPerKm, lowBpm, highBpm }: Range, units: UnitSystem): string {
  if (fastSPerKm !== null)
    return slowSPerKm === null || slowSPerKm === fastSPerKm
      ? formatPace(fastSPerKm, units)
      : formatPaceRange(fastSPerKm, slowSPerKm, units);
  return lowBpm === null || highBpm === null ? "not known" : `${lowBpm}–${highBpm} bpm`;
}
