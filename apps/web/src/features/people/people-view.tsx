"use client";

import { AlertDialog } from "@repo/ui/alert-dialog";
import { Button } from "@repo/ui/button";
import { EmptyState } from "@repo/ui/empty-state";
import { Section } from "@repo/ui/section";
import { Switch } from "@repo/ui/switch";
import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Day } from "#components/day.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { optimistic } from "#trpc/optimistic.ts";
import type { RouterInputs, RouterOutputs } from "#trpc/root.ts";
import { words } from "#words.ts";

type Organisation = RouterOutputs["people"]["list"][number];
type Coach = Organisation["coaches"][number];
type Scope = RouterInputs["people"]["grant"]["scopes"][number];

const SCOPES: readonly Scope[] = ["training", "wellness", "medical", "location"];

/** Every coach around the athlete and a switch for each thing they may see. */
export function PeopleView() {
  const { data: organisations } = useSuspenseQuery(useTRPC().people.list.queryOptions());
  if (organisations.length === 0) {
    return (
      <EmptyState title="Nobody sees anything">
        You belong to no team. When a coach invites you, you choose here what they see.
      </EmptyState>
    );
  }
  return organisations.map((organisation) => (
    <Section
      key={organisation.orgId}
      title={organisation.name}
      actions={<Leave organisation={organisation} />}
    >
      {organisation.coaches.map((coach) => (
        <CoachAccess key={coach.coachId} coach={coach} orgId={organisation.orgId} />
      ))}
    </Section>
  ));
}

function CoachAccess({ coach, orgId }: { coach: Coach; orgId: string }) {
  const change = useConsentChange(orgId, coach);
  return (
    <section aria-label={coach.name} className="border-t border-line py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 className="type-lead">
          {coach.name} <span className="font-normal text-ink-soft">{words("role", coach.role)}</span>
        </h3>
        {coach.scopes.length > 1 ? (
          <Button size="sm" onPress={() => change.end(SCOPES)}>
            Stop sharing<span className="sr-only"> everything with {coach.name}</span>
          </Button>
        ) : null}
      </div>
      <div className="divide-y divide-line">
        {SCOPES.map((scope) => {
          const given = coach.scopes.find((one) => one.scope === scope);
          return (
            <div key={scope}>
              <Switch
                label={words("scope", scope)}
                hint={words("scopeMeaning", scope)}
                checked={given !== undefined}
                onChange={(event) => (event.target.checked ? change.grant([scope]) : change.end([scope]))}
              />
              {given ? (
                <p className="-mt-1.5 pb-2 text-xs text-ink-soft">
                  Since <Day iso={given.since} />
                </p>
              ) : null}
            </div>
          );
        })}
      </div>
      <WithoutTraining coach={coach} />
    </section>
  );
}

/** Everything else is shown on pages that training opens: without it only mails about pain and illness go out. */
function WithoutTraining({ coach: { name, scopes } }: { coach: Coach }) {
  const given = (scope: Scope) => scopes.some((one) => one.scope === scope);
  if (scopes.length === 0 || given("training")) return null;
  return (
    <p className="pt-2 text-sm text-ink-soft">
      {given("medical")
        ? `Without training, ${name} is told of pain and illness by mail and sees nothing else of this.`
        : `Without training, ${name} sees nothing of this yet.`}
    </p>
  );
}

/** The switch moves at once; if the server refuses, it moves back and says why. */
function useConsentChange(orgId: string, { coachId, name }: Coach) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const shared = {
    queryClient,
    queryKey: trpc.people.list.queryKey(),
    onRefused: (message: string) => showToast(message, { tone: "error" }),
  };
  const grant = useMutation(
    trpc.people.grant.mutationOptions(
      optimistic({
        ...shared,
        apply: (cached: Organisation[], { scopes }: RouterInputs["people"]["grant"]) =>
          withScopes(cached, { orgId, coachId }, (given) => [...given, ...scopes.map(sinceNow)]),
      }),
    ),
  );
  const end = useMutation(
    trpc.people.end.mutationOptions({
      ...optimistic({
        ...shared,
        apply: (cached: Organisation[], { scopes = [] }: RouterInputs["people"]["end"]) =>
          withScopes(cached, { orgId, coachId }, (given) =>
            given.filter(({ scope }) => !scopes.includes(scope)),
          ),
      }),
      onSuccess: () => showToast(`${name} no longer sees it`),
    }),
  );
  return {
    grant: (scopes: readonly Scope[]) => grant.mutate({ orgId, coachId, scopes: [...scopes] }),
    end: (scopes: readonly Scope[]) => end.mutate({ orgId, coachId, scopes: [...scopes] }),
  };
}

function sinceNow(scope: Scope): Coach["scopes"][number] {
  return { scope, since: new Date().toISOString() };
}

function withScopes(
  organisations: Organisation[],
  of: { orgId: string; coachId: string },
  update: (scopes: Coach["scopes"]) => Coach["scopes"],
): Organisation[] {
  return organisations.map((organisation) => {
    if (organisation.orgId !== of.orgId) return organisation;
    const coaches = organisation.coaches.map((coach) =>
      coach.coachId === of.coachId ? { ...coach, scopes: update(coach.scopes) } : coach,
    );
    return { ...organisation, coaches };
  });
}

function Leave({ organisation }: { organisation: Organisation }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const leave = useMutation(
    trpc.people.leave.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.people.list.queryFilter());
        router.refresh();
      },
      onError: (error) => showToast(error.message, { tone: "error" }),
    }),
  );
  return (
    <>
      <Button size="sm" variant="quiet" onPress={() => setOpen(true)}>
        Leave<span className="sr-only"> {organisation.name}</span>
      </Button>
      <AlertDialog
        title={`Leave ${organisation.name}?`}
        confirmLabel="Leave"
        danger
        onConfirm={() => leave.mutate({ orgId: organisation.orgId })}
        isOpen={isOpen}
        onOpenChange={setOpen}
      >
        Nobody there sees your training any more, at once. Everything you logged stays yours. To come back you
        need an invitation.
      </AlertDialog>
    </>
  );
}
