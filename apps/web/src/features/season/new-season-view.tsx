"use client";

import { addDays, weekStartOf } from "@repo/core/calendar";
import { guidanceFor } from "@repo/core/workouts";
import { Button } from "@repo/ui/button";
import { EmptyState } from "@repo/ui/empty-state";
import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import { TextField } from "@repo/ui/text-field";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AdviceList } from "#components/advice.tsx";
import { FormError } from "#components/form-error.tsx";
import { InviteLink } from "#components/invite-link.tsx";
import { Link } from "#components/link.tsx";
import { NativeSelect } from "#components/native-select.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import { CycleStart } from "./cycle-start.tsx";
import { draftOf, type RequestDraft, requestOf, type SeasonRequest } from "./request-draft.ts";
import { requestFaultWords } from "./request-fault-words.ts";
import { RequestFields } from "./request-fields.tsx";
import { SeasonPreview } from "./season-preview.tsx";
import { StartChoice, useStart } from "./start-choice.tsx";
import { EmptyStartForm, SeasonStartForm } from "./start-forms.tsx";

type Athlete = { athleteId: string; name: string };

/** First whom the season is for: everything else is filled in from what is known of them. */
export function ChooseAthlete({ athletes }: { athletes: readonly Athlete[] }) {
  if (athletes.length === 0) {
    return (
      <>
        <PageTitle title="Nobody to plan for yet" />
        <EmptyState title="A season needs an athlete" action={<InviteLink />}>
          An athlete who accepts and shows you training stands here, and the form is filled in from what they
          logged.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageTitle title="Plan a season" lead="For whom? The rest is filled in from what they have logged." />
      <ul className="divide-y divide-line">
        {athletes.map(({ athleteId, name }) => (
          <li key={athleteId}>
            <Link
              href={`/seasons/new?athlete=${athleteId}`}
              className="block py-3 font-semibold hover:underline"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

type Props = { athleteId: string; athletes: readonly Athlete[]; orgId: string };

/** Asks for a season and shows at every change what it would be, before anything is saved. */
export function NewSeasonView({ athleteId, athletes, orgId }: Props) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data: known } = useSuspenseQuery(trpc.season.suggest.queryOptions({ athleteId }));
  const [draft, setDraft] = useState<RequestDraft>(() => firstDraft(known.request));
  const [tried, setTried] = useState(false);
  const [ids] = useState(() => ({ mutationId: newClientId(), id: newClientId() }));
  const { request, faults } = requestOf(draft);
  const saving = useMutation(
    trpc.season.save.mutationOptions({
      onSuccess: ({ seasonId }) => router.push(`/seasons/${athleteId}/${seasonId}`),
    }),
  );
  const isReady = Object.keys(faults).length === 0;
  const [start] = useStart();
  function save() {
    setTried(true);
    if (isReady) saving.mutate({ ...ids, athleteId, name: draft.name, request });
  }
  return (
    <>
      <PageTitle
        title={`A season for ${known.athleteName}`}
        lead={start === "request" ? leadOf(known) : LEADS[start]}
      />
      <AdviceList
        summary="What the articles say about goals and seasons"
        pieces={[...guidanceFor("setting-a-goal"), ...guidanceFor("new-season")]}
      />
      <StartChoice />
      {start === "cycle" ? <CycleStart athleteId={athleteId} name={known.athleteName} orgId={orgId} /> : null}
      {start === "empty" ? <EmptyStartForm athleteId={athleteId} today={known.today} /> : null}
      {start === "season" ? <SeasonStartForm athleteId={athleteId} today={known.today} /> : null}
      {start === "request" ? (
        <div className="grid gap-x-10 gap-y-8 pt-6 xl:grid-cols-[24rem_minmax(0,1fr)]">
          <form
            method="post"
            className="flex min-w-0 flex-col gap-5"
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            <FormError>{saving.error ? requestFaultWords(saving.error).join(" ") : null}</FormError>
            <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-1">
              <NativeSelect
                label="Athlete"
                value={athleteId}
                options={athletes.map(({ athleteId: value, name }) => ({ value, label: name }))}
                onChange={(event) => router.push(`/seasons/new?athlete=${event.target.value}`)}
              />
              <TextField
                label="Name"
                value={draft.name}
                maxLength={120}
                onChange={(event) => setDraft({ ...draft, name: event.target.value })}
              />
            </div>
            <RequestFields
              draft={draft}
              onChange={(next) => setDraft(renamed(draft, next))}
              faults={tried ? faults : {}}
              today={known.today}
            />
            <div className="flex flex-wrap gap-2 border-t border-line pt-4">
              <Button type="submit" variant="solid" size="lg" isPending={saving.isPending}>
                Save as a draft
              </Button>
              <LinkButton as={Link} size="lg" href="/seasons">
                Cancel
              </LinkButton>
            </div>
            <p className="text-sm text-ink-soft">The athlete sees nothing before you assign it.</p>
          </form>
          <SeasonPreview
            athleteId={athleteId}
            request={isReady ? request : null}
            waitingFor={Object.values(faults)[0] ?? null}
          />
        </div>
      ) : null}
    </>
  );
}

const LEADS = {
  cycle: "Weeks that have served before, in this athlete's own paces.",
  season: "What they did once, from another Monday on.",
  empty: "Phases and nothing else: the weeks are yours to fill.",
} as const;
const WEEKS_TO_RACE = 16;

/** The form as it opens: a goal race far enough away to prepare for, to be changed to the real one. */
function firstDraft(request: SeasonRequest): RequestDraft {
  const draft = draftOf(request, nameFrom(request.start));
  const date = addDays(weekStartOf(request.start), 7 * WEEKS_TO_RACE - 1);
  const race = { key: "first", date, distanceM: 10_000, priority: "A", name: "Goal race", goal: "" } as const;
  return draft.races.length > 0 ? draft : { ...draft, races: [race] };
}

const PROPOSED = /^Season from \d{1,2} \p{L}+$/u;
const nameFrom = (start: string) => `Season from ${longDay(start)}`;

/** A name that was only proposed goes with the day on which the season starts. */
function renamed(before: RequestDraft, next: RequestDraft): RequestDraft {
  const moves = next.start !== before.start && next.start !== "" && PROPOSED.test(next.name);
  return moves ? { ...next, name: nameFrom(next.start) } : next;
}

function longDay(iso: string): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" }).format(
    new Date(`${iso}T00:00:00Z`),
  );
}

/** What the form was filled in from, and what somebody has to be asked for. */
function leadOf({ loggedDays, knowsWeek }: { loggedDays: number; knowsWeek: boolean }): string {
  if (loggedDays === 0) return "Filled in from the profile; nothing was logged in the last 30 days.";
  const days = `${loggedDays} logged ${loggedDays === 1 ? "day" : "days"}`;
  return knowsWeek
    ? `Filled in from the profile and ${days} of the last 30.`
    : `Filled in from the profile; ${days} cannot tell a usual week yet: write in what they run now.`;
}
