"use client";

import { EmptyState } from "@repo/ui/empty-state";
import { Kbd } from "@repo/ui/kbd";
import { KbdHelp } from "@repo/ui/kbd-help";
import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import { useSuspenseQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { useRef, useState } from "react";
import { Link } from "#components/link.tsx";
import { usePageKeys } from "#features/coach-calendar/use-calendar-keys.ts";
import { useTRPC } from "#trpc/client.tsx";
import { keyOf, type Thread, ThreadList } from "./thread-list.tsx";
import { ThreadView } from "./thread-view.tsx";

const KEYS = [
  {
    title: "Inbox",
    keys: [
      { keys: ["j", "k"], does: "Next and previous conversation" },
      { keys: ["r"], does: "Answer" },
      { keys: ["Ctrl Enter"], does: "Send the answer" },
      { keys: ["e"], does: "Mark as read and go on" },
      { keys: ["?"], does: "These keys" },
    ],
  },
];

/** What is said about the coach's athletes, what is new first; answered here, by keyboard too. */
export function InboxView() {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.inbox.list.queryOptions());
  const threads = data as Thread[];
  const [openKey, setOpen] = useQueryState("thread", parseAsString);
  const [showsKeys, setShowsKeys] = useState(false);
  const reply = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    threads.findIndex((each) => keyOf(each) === openKey),
  );
  const thread = threads[at] ?? null;
  const isOpen = openKey !== null && thread !== null;
  const go = (to: number) => {
    const next = threads[Math.min(Math.max(to, 0), threads.length - 1)];
    if (!next) return;
    void setOpen(keyOf(next));
    document.querySelector<HTMLElement>(`[data-thread="${keyOf(next)}"]`)?.focus();
  };
  const next = () => {
    const other = threads.find((each) => each.unread > 0 && keyOf(each) !== openKey);
    void setOpen(other ? keyOf(other) : null);
  };
  usePageKeys({
    j: () => go(isOpen ? at + 1 : 0),
    k: () => go(isOpen ? at - 1 : 0),
    r: () => reply.current?.querySelector("textarea")?.focus(),
    e: () => document.querySelector<HTMLElement>("[data-done]")?.click(),
    "?": () => setShowsKeys(true),
  });
  const unread = threads.filter((each) => each.unread > 0).length;
  return (
    <>
      <PageTitle
        title={titleOf(unread)}
        lead={
          threads.length === 0 ? null : (
            <>
              What athletes and colleagues said, on workouts and beside them.{" "}
              <span className="max-md:hidden">
                <Kbd>j</Kbd> <Kbd>k</Kbd> walk, <Kbd>r</Kbd> answers, <Kbd>Ctrl Enter</Kbd> sends,{" "}
                <Kbd>e</Kbd> marks as read.
              </span>
            </>
          )
        }
      />
      {threads.length === 0 ? (
        <EmptyState
          title="Nobody has said anything yet"
          action={
            <LinkButton as={Link} href="/roster">
              To the roster
            </LinkButton>
          }
        >
          What an athlete writes on a workout, and what colleagues note about an athlete you share, appears
          here.
        </EmptyState>
      ) : (
        <div className="mt-5 grid gap-x-10 gap-y-6 lg:grid-cols-[22rem_minmax(0,1fr)]">
          <div className={isOpen ? "max-lg:hidden" : ""}>
            <ThreadList threads={threads} openKey={openKey} onOpen={(key) => void setOpen(key)} />
          </div>
          {isOpen ? (
            <div className="min-w-0">
              <p className="mb-3 lg:hidden">
                <button
                  type="button"
                  className="min-h-10 text-sm underline underline-offset-2"
                  onClick={() => void setOpen(null)}
                >
                  All conversations
                </button>
              </p>
              <ThreadView key={openKey} thread={thread} onDone={next} replyRef={reply} />
            </div>
          ) : (
            <p className="hidden text-sm text-ink-soft lg:block">Choose a conversation.</p>
          )}
        </div>
      )}
      <KbdHelp isOpen={showsKeys} onOpenChange={setShowsKeys} groups={KEYS} />
    </>
  );
}

function titleOf(unread: number): string {
  if (unread === 0) return "Nobody waits for an answer";
  return unread === 1 ? "One conversation is new" : `${unread} conversations are new`;
}
