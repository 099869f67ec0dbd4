"use client";

import { Button } from "@repo/ui/button";
import { PageTitle } from "@repo/ui/page-title";
import { Section } from "@repo/ui/section";
import { Stat } from "@repo/ui/stat";
import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { shortDay } from "#components/day-words.ts";
import { SettingsCrumb } from "#features/settings/settings-crumb.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { NightsTable } from "./nights-table.tsx";
import { serverTitle } from "./server-title.ts";
import { spanText } from "./span-text.ts";

type Server = RouterOutputs["operations"]["get"];

/** Often enough that a night can be watched. */
const REFRESH_MS = 10_000;

/** How the server works: the verdict, what failed and a way to try it again, then the nights, the queue and the mails. */
export function ServerView() {
  const trpc = useTRPC();
  const options = { ...trpc.operations.get.queryOptions(), refetchInterval: REFRESH_MS };
  const { data: server } = useSuspenseQuery(options);
  const { title, lead } = serverTitle(server);
  return (
    <>
      <PageTitle eyebrow={<SettingsCrumb />} title={title} lead={lead} />
      <Figures server={server} />
      {server.troubles.length > 0 ? <Troubles troubles={server.troubles} /> : null}
      {server.deadMails.length > 0 ? <DeadMails mails={server.deadMails} /> : null}
      <NightsTable nights={server.nights} />
      {server.zones.length > 0 ? <Zones zones={server.zones} /> : null}
      <Workers workers={server.workers} />
    </>
  );
}

function Figures({ server }: { server: Server }) {
  const { waiting, mails, zones } = server;
  const due = server.nights.reduce((sum, night) => sum + night.pending, 0);
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-6 border-b border-line py-6 md:grid-cols-4">
      <Stat
        label="Nights due"
        value={String(due)}
        note={zones[0] ? `the oldest for ${spanText(zones[0].lagS)}` : "none waits"}
      />
      <Stat
        label="Entries to judge"
        value={String(waiting.athletes)}
        note={waiting.oldestS === null ? "none waits" : `the oldest for ${spanText(waiting.oldestS)}`}
      />
      <Stat label="Mails delivered" value={String(mails.delivered)} note="in the last 24 hours" />
      <Stat
        label="Mails to send"
        value={String(mails.pending)}
        note={mails.retrying > 0 ? `${mails.retrying} tried before` : "none tried before"}
      />
    </dl>
  );
}

/** Asks again when a repair succeeded; says why when it did not. */
function useRepair() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return {
    onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.operations.get.queryKey() }),
    onError: (error: { message: string }) => showToast(error.message, { tone: "error" }),
  };
}

function Troubles({ troubles }: { troubles: Server["troubles"] }) {
  const trpc = useTRPC();
  const repair = useRepair();
  const retry = useMutation(trpc.operations.retry.mutationOptions(repair));
  return (
    <Section
      title="What failed"
      note="Each is tried eight times, later each time. The others go on meanwhile."
    >
      <ul className="divide-y divide-line border-y border-line">
        {troubles.map((trouble) => (
          <li
            key={`${trouble.athleteId}-${trouble.since}`}
            className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 py-4"
          >
            <div className="min-w-0 max-w-prose">
              <p className="type-lead">
                {trouble.name}{" "}
                <span className="font-normal text-ink-soft">
                  {trouble.setAside ? "set aside" : `tried ${trouble.attempts} of 8 times`}
                  {trouble.since ? `, nights from ${shortDay(trouble.since)}` : ", what was entered last"}
                </span>
              </p>
              <p className="text-sm break-words text-ink-soft">{trouble.fault ?? "No reason was given."}</p>
            </div>
            <Button
              size="sm"
              isPending={retry.isPending}
              onPress={() => retry.mutate({ athleteId: trouble.athleteId })}
            >
              Try again<span className="sr-only"> for {trouble.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function DeadMails({ mails }: { mails: Server["deadMails"] }) {
  const trpc = useTRPC();
  const repair = useRepair();
  const resend = useMutation(trpc.operations.resend.mutationOptions(repair));
  return (
    <Section
      title="Mails that could not be sent"
      note="Given up after eight tries. Check the mail server, then send them again."
      actions={
        mails.length > 1 ? (
          <Button size="sm" isPending={resend.isPending} onPress={() => resend.mutate({ id: null })}>
            Send all again
          </Button>
        ) : null
      }
    >
      <ul className="divide-y divide-line border-y border-line">
        {mails.map((mail) => (
          <li key={mail.id} className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 py-4">
            <div className="min-w-0 max-w-prose">
              <p className="type-lead break-words">
                {mail.to ?? "no address"} <span className="font-normal text-ink-soft">{mail.kind}</span>
              </p>
              <p className="text-sm break-words text-ink-soft">{mail.fault ?? "No reason was given."}</p>
            </div>
            <Button size="sm" isPending={resend.isPending} onPress={() => resend.mutate({ id: mail.id })}>
              Send again<span className="sr-only"> to {mail.to}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Zones({ zones }: { zones: Server["zones"] }) {
  return (
    <Section title="Where nights wait" note="By time zone, the longest first">
      <ul className="divide-y divide-line border-y border-line text-sm">
        {zones.map(({ zone, pending, lagS }) => (
          <li key={zone} className="flex flex-wrap justify-between gap-x-8 py-3">
            <span className="font-semibold">{zone}</span>
            <span className="text-ink-soft tabular-nums">
              {pending} {pending === 1 ? "night" : "nights"}, due for {spanText(lagS)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Workers({ workers }: { workers: Server["workers"] }) {
  return (
    <Section title="Workers" note="They judge nights and send mails. Any number may run, on any machine.">
      {workers.length === 0 ? (
        <p className="text-sm">
          None was ever heard of: nothing is judged or mailed without one. Start it with the site.
        </p>
      ) : (
        <ul className="divide-y divide-line border-y border-line text-sm">
          {workers.map(({ name, ageS }) => (
            <li key={name} className="flex flex-wrap justify-between gap-x-8 py-3">
              <span className="font-semibold">{name}</span>
              <span className="text-ink-soft tabular-nums">last heard of {spanText(ageS)} ago</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
