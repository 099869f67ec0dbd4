"use client";

import { Button } from "@repo/ui/button";
import { Notice } from "@repo/ui/notice";
import { showToast } from "@repo/ui/toast";
import { useMutationState, useQueryClient } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { Link } from "#components/link.tsx";
import { useFreshPage } from "#components/use-fresh-page.ts";
import { useLeaveGuard } from "#components/use-leave-guard.ts";
import { isHopeless } from "./failing.ts";
import { keepPages } from "./keep-pages.ts";
import { openUnsent, sendAgain, type UnsentEntry, withdraw } from "./unsent.ts";
import { useOnline } from "./use-online.ts";
import { KEPT_SAVE, useDeliver, useUnsent } from "./use-unsent.ts";

const AGAIN_MS = 30_000;

type Props = {
  userId: string;
  keepsPages: boolean;
  side: "coach" | "athlete";
  /** When the server made this page (instant): how old a kept one is. */
  shownAt: string;
};

/** Says when there is no network, what waits and what was refused; sends what waits as soon as it can. */
export function Offline({ userId, keepsPages, side, shownAt }: Props) {
  const online = useOnline();
  const client = useQueryClient();
  const deliver = useDeliver();
  const { refresh } = useFreshPage();
  const { entries, halt } = useUnsent();
  // What is on its way at this moment does not wait.
  const waiting = online && halt === null ? [] : entries.filter(({ refused }) => refused === null);
  const refusals = entries.filter(({ refused }) => refused !== null);

  useEffect(() => {
    if (keepsPages) return keepPages();
  }, [keepsPages]);

  useEffect(() => {
    let isOver = false;
    const send = async () => {
      await openUnsent(userId);
      if (!navigator.onLine || isOver) return;
      const arrived = await deliver();
      if (arrived === 0 || isOver) return;
      showToast(arrived === 1 ? "1 arrived that had waited" : `${arrived} arrived that had waited`);
      refresh();
      void client.invalidateQueries();
    };
    const safely = () => void send().catch(() => undefined);
    safely();
    const timer = setInterval(safely, AGAIN_MS);
    window.addEventListener("online", safely);
    return () => {
      isOver = true;
      clearInterval(timer);
      window.removeEventListener("online", safely);
    };
  }, [userId, deliver, refresh, client]);

  const held = useHeldSaves();
  if (online && waiting.length + refusals.length + held === 0) return null;
  return (
    <div className="mb-5 space-y-2">
      {online && waiting.length === 0 ? null : (
        <Notice tone={waiting.length > 0 ? "attention" : "info"} action={<Way halt={halt} online={online} />}>
          {waiting.length > 0 ? (
            <>
              <b className="font-semibold">{waiting.length} waiting</b>: {namesOf(waiting)}.{" "}
              {waitWords(online, halt)} {online ? null : <AsOf shownAt={shownAt} side={side} />}
            </>
          ) : (
            <>
              Offline: this page is as of {momentOf(shownAt)}. {KEPT[side]}{" "}
              <NewDay shownAt={shownAt} side={side} />
            </>
          )}
        </Notice>
      )}
      {held > 0 ? (
        <Notice tone="attention">
          <b className="font-semibold">{held === 1 ? "One save waits" : `${held} saves wait`}</b> for the
          connection. Leave this page open: what you wrote is on it alone.
        </Notice>
      ) : null}
      {refusals.map((entry) => (
        <Notice
          key={entry.mutationId}
          tone="attention"
          action={
            <span className="flex flex-wrap gap-2">
              {isHopeless(entry) ? (
                <Button
                  size="sm"
                  onPress={() => void sendAgain(entry.mutationId).then(deliver).then(refresh)}
                >
                  Send again
                </Button>
              ) : null}
              <Button size="sm" onPress={() => void withdraw(entry.mutationId)}>
                Remove it
              </Button>
            </span>
          }
        >
          <b className="font-semibold">{entry.label} was not taken.</b> {entry.refused} It is kept on this
          device until you remove it.
        </Notice>
      ))}
    </div>
  );
}

type Age = Pick<Props, "shownAt" | "side">;

/** How old a kept page is, beside what waits. */
function AsOf({ shownAt, side }: Age) {
  return (
    <>
      The page is as of {momentOf(shownAt)}. <NewDay shownAt={shownAt} side={side} />
    </>
  );
}

/** A page that was kept on an earlier day shows that day's workout: today's stands in the kept calendar. */
function NewDay({ shownAt, side }: Age) {
  const path = usePathname();
  const day = (date: Date) => date.toLocaleDateString("en-CA");
  if (side === "coach" || path === "/calendar" || day(new Date()) === day(new Date(shownAt))) return null;
  return (
    <>
      A day has begun since; its workout is in the{" "}
      <Link href="/calendar" className="font-semibold underline">
        calendar
      </Link>
      .
    </>
  );
}

const KEPT = {
  athlete: "What you log is kept on this device.",
  coach: "What you change in a plan is kept on this device.",
};

/** How many forms wait for the network to be saved; leaving them is asked about first, as nothing else keeps them. */
function useHeldSaves(): number {
  const held = useMutationState({
    filters: { status: "pending", predicate: ({ meta }) => meta !== KEPT_SAVE },
    select: ({ state }) => state.isPaused,
  }).filter(Boolean).length;
  useLeaveGuard(held > 0);
  return held;
}

function Way({ halt, online }: { halt: string | null; online: boolean }) {
  if (!online || halt !== "signed-out") return null;
  return (
    <Link href="/sign-in?next=/today" className="font-semibold underline">
      Sign in to send
    </Link>
  );
}

function waitWords(online: boolean, halt: string | null): string {
  if (!online) return "Offline; it is kept on this device until there is a connection.";
  return halt === "away"
    ? "The server does not answer; it is kept on this device and sent again by itself."
    : "";
}

const MOMENT = {
  weekday: "long",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
} as const;

/** In the device's own zone: only ever shown there. */
function momentOf(instant: string): string {
  return new Intl.DateTimeFormat("en-GB", MOMENT).format(new Date(instant));
}

function namesOf(entries: readonly UnsentEntry[]): string {
  return [...new Set(entries.map(({ label }) => label))].join(", ");
}
