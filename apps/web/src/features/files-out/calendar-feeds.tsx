"use client";

import { Button } from "@repo/ui/button";
import { Disclosure } from "@repo/ui/disclosure";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Day } from "#components/day.tsx";
import { NativeSelect } from "#components/native-select.tsx";
import { useFreshPage } from "#components/use-fresh-page.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/root.ts";

type Feed = RouterOutputs["filesOut"]["listFeeds"][number];

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const ALL_DAY: string[] = Array(7).fill("");

/** Addresses for a calendar program: made with what they show and when, shown once, ended at any time. */
export function CalendarFeeds({ feeds }: { feeds: Feed[] }) {
  const trpc = useTRPC();
  const { refresh } = useFreshPage();
  const [detail, setDetail] = useState<"full" | "busy">("full");
  const [starts, setStarts] = useState<string[]>(ALL_DAY);
  const [url, setUrl] = useState<string | null>(null);
  const onError = (error: { message: string }) => showToast(error.message, { tone: "error" });
  const create = useMutation(
    trpc.filesOut.createFeed.mutationOptions({
      onSuccess: (made) => {
        setUrl(made.url);
        refresh();
      },
      onError,
    }),
  );
  const revoke = useMutation(
    trpc.filesOut.revokeFeed.mutationOptions({
      onSuccess: () => {
        setUrl(null);
        refresh();
        showToast("The address has ended");
      },
      onError,
    }),
  );
  return (
    <div className="space-y-5">
      <p className="text-ink-soft">
        Your phone or computer reads your plan at a secret address and keeps it up to date. Whoever has the
        address can read it, so end it when you no longer need it.
      </p>
      <NativeSelect
        label="It shows"
        value={detail}
        onChange={({ target }) => setDetail(target.value === "busy" ? "busy" : "full")}
        options={[
          { value: "full", label: "the workouts" },
          { value: "busy", label: "only that the time is taken" },
        ]}
      />
      <Disclosure summary="Start at a time of day; otherwise workouts are for the whole day">
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {WEEKDAYS.map((name, index) => (
            <label key={name} className="text-sm">
              <span className="block text-ink-soft">{name}</span>
              <input
                type="time"
                value={starts[index]}
                onChange={({ target }) =>
                  setStarts(starts.map((start, at) => (at === index ? target.value : start)))
                }
                className="min-h-11 w-full rounded-md border border-line-strong bg-surface px-2.5"
              />
            </label>
          ))}
        </div>
      </Disclosure>
      <Button
        isPending={create.isPending}
        onPress={() => create.mutate({ detail, startMinutes: starts.map(minutesOf) })}
      >
        Make an address
      </Button>
      {url ? (
        <div role="status" className="border-l-4 border-ink pl-4">
          <p>Add this address in your calendar now; it is not shown again.</p>
          <input
            aria-label="Calendar address"
            readOnly
            value={url}
            onFocus={({ target }) => target.select()}
            className="mt-2 mb-3 min-h-11 w-full rounded-md border border-line-strong bg-surface px-2.5 font-mono text-sm"
          />
          <Button size="sm" onPress={() => void copy(url)}>
            Copy it
          </Button>
        </div>
      ) : null}
      {feeds.length > 0 ? (
        <ul className="divide-y divide-line border-y border-line">
          {feeds.map((feed) => (
            <li key={feed.id} className="flex min-h-14 items-center justify-between gap-4 py-2">
              <span>
                {feed.detail === "full" ? "The workouts" : "Only that the time is taken"}
                <span className="block text-sm text-ink-soft">
                  since <Day iso={String(feed.createdAt)} />
                </span>
              </span>
              <Button size="sm" isPending={revoke.isPending} onPress={() => revoke.mutate({ id: feed.id })}>
                End it
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Browsers give the clipboard to pages over https; elsewhere the address is selected by a tap on it. */
async function copy(url: string): Promise<void> {
  const isCopied = await navigator.clipboard?.writeText(url).then(
    () => true,
    () => false,
  );
  showToast(isCopied ? "Copied" : "Tap the address to select it, then copy it");
}

function minutesOf(time: string): number | null {
  const [hours, minutes] = time.split(":").map(Number);
  return hours === undefined || minutes === undefined || time === "" ? null : hours * 60 + minutes;
}
