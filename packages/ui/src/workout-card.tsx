import type { ElementType, ReactNode } from "react";
import { CardStateMark } from "./card-state-mark.tsx";
import type { CardState, Phase } from "./charts/data-shapes.ts";
import { STATE_WORDS } from "./charts/state-marks.ts";
import { joinClasses } from "./join-classes.ts";
import { unbrokenInColumn } from "./unbroken.ts";

const EDGES: Record<Phase | "rest" | "strength", string> = {
  base: "[--edge:var(--color-phase-base)]",
  build: "[--edge:var(--color-phase-build)]",
  speed: "[--edge:var(--color-phase-speed)]",
  peak: "[--edge:var(--color-phase-peak)]",
  race: "[--edge:var(--color-phase-race)]",
  recovery: "[--edge:var(--color-phase-recovery)]",
  free: "[--edge:var(--color-phase-free)]",
  rest: "[--edge:var(--color-line)]",
  strength: "[--edge:var(--color-state-adapted)]",
};

const GROUNDS: Record<CardState, string> = {
  planned: "border-line bg-surface",
  done: "border-state-done/40 bg-state-done-soft",
  off: "border-state-off/50 bg-state-off-soft",
  "far-off": "border-state-far-off/50 bg-state-far-off-soft",
  missed: "border-state-missed/50 bg-state-missed-soft",
  adapted: "border-state-adapted/40 bg-state-adapted-soft",
  excused: "border-dashed border-state-excused bg-state-excused-soft hatched",
  unplanned: "border-state-unplanned/40 bg-state-unplanned-soft",
};

const MARKS: Record<CardState, string> = {
  planned: "text-state-planned-text",
  done: "text-state-done-text",
  off: "text-state-off-text",
  "far-off": "text-state-far-off-text",
  missed: "text-state-missed-text",
  adapted: "text-state-adapted-text",
  excused: "text-state-excused-text",
  unplanned: "text-state-unplanned-text",
};

export type WorkoutCardProps = {
  title: string;
  detail?: string;
  state: CardState;
  /** The colour of the left edge: what the day is for. */
  edge: Phase | "rest" | "strength";
  /** The state in words, such as "done, 92 % of time"; also in the accessible name. */
  stateWord?: string;
  /** A profile drawn by profileSvg, already safe markup. */
  profileSvg?: string;
  href?: string;
  as?: ElementType;
  menu?: ReactNode;
  selected?: boolean;
};

/** One workout in a calendar cell. */
export function WorkoutCard(props: WorkoutCardProps) {
  const { title, detail, state, edge, profileSvg, href, as: Anchor = "a", menu, selected } = props;
  const word = props.stateWord ?? STATE_WORDS[state];
  const name = `${title}, ${word}`;
  return (
    <article
      className={joinClasses(
        // The edge is a shadow: a strip cut off at the corners would count as moved when a list first takes its place.
        "group relative rounded-md border py-2 pr-2 pl-3 text-xs shadow-[inset_3px_0_0_var(--edge)]",
        EDGES[edge],
        GROUNDS[state],
        selected && "outline-2 outline-focus",
      )}
    >
      <div className="flex items-start gap-1.5">
        <h3 className="type-narrow min-w-0 flex-1 text-sm leading-tight font-semibold break-words">
          {href ? (
            <Anchor
              href={href}
              aria-label={name}
              className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
            >
              {unbrokenInColumn(title)}
            </Anchor>
          ) : (
            unbrokenInColumn(title)
          )}
        </h3>
        {state === "planned" ? null : (
          <span className={joinClasses("mt-0.5", MARKS[state])} title={word}>
            <CardStateMark state={state} />
            <span className="sr-only">{word}</span>
          </span>
        )}
        {menu ? <div className="relative z-10 -my-1 -mr-1">{menu}</div> : null}
      </div>
      {detail ? <p className="type-narrow mt-0.5 text-ink-soft">{detail}</p> : null}
      {profileSvg ? (
        <div aria-hidden="true" className="mt-2" dangerouslySetInnerHTML={{ __html: profileSvg }} />
      ) : null}
    </article>
  );
}
