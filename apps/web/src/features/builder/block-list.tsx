"use client";

import {
  type Block,
  type BlockEdit,
  type BlockPath,
  editBlocks,
  formatStepLength,
  formatStepTarget,
  parseStepLength,
  parseStepTarget,
  type Repeat,
  type Step,
  StepKind,
} from "@repo/core/workouts";
import { Button } from "@repo/ui/button";
import type { MenuEntry } from "@repo/ui/menu";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { words } from "#words.ts";
import { PartField } from "./part-field.tsx";
import { Counter, RowTools } from "./row-tools.tsx";

type Props = { blocks: readonly Block[]; onChange: (blocks: Block[]) => void };
type Focus = { path: BlockPath; on: string };

const KINDS = StepKind.options;
const TARGETS =
  "@5k,@10k,@HM,@MP,@3k,@mile,@T,@I,@R,@E,easy,steady,tempo,jog,walk,strides,all-out,zone 1,zone 2,zone 3,zone 4,zone 5,RPE 4,RPE 6-7,RPE 8-9,<75% HRmax,easy > tempo";
const NEW_STEP: Step = {
  type: "step",
  kind: "steady",
  length: { kind: "time", durationS: 600 },
  target: { kind: "effort", effort: "easy" },
};
const NEW_REPEAT: Repeat = {
  type: "repeat",
  times: 4,
  steps: [
    {
      type: "step",
      kind: "work",
      length: { kind: "distance", distanceM: 400 },
      target: { kind: "pace", pace: "5k", offsetSPerKm: 0 },
    },
    {
      type: "step",
      kind: "recovery",
      length: { kind: "distance", distanceM: 200 },
      target: { kind: "effort", effort: "recovery" },
    },
  ],
};

/** The workout as blocks: every change rewrites the text, and the text rewrites them. */
export function BlockList({ blocks, onChange }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<Focus | null>(null);
  const edit = (change: BlockEdit, on?: string) => {
    const edited = editBlocks(blocks, change);
    if (!edited) return;
    wanted.current = { path: edited.at ?? before(change.at), on: on ?? "input, button" };
    onChange(edited.blocks);
  };
  // The row that was moved keeps the focus, wherever it stands now.
  useEffect(() => {
    const focus = wanted.current;
    if (!focus) return;
    wanted.current = null;
    const row = list.current?.querySelector(`[data-path="${focus.path.join(".")}"]`);
    const target =
      row?.querySelector<HTMLElement>(`${focus.on}:not(:disabled)`) ??
      row?.querySelector<HTMLElement>("input");
    target?.focus();
  });
  return (
    <div>
      <datalist id="step-targets">
        {TARGETS.split(",").map((target) => (
          <option key={target} value={target} />
        ))}
      </datalist>
      <ol ref={list} aria-label="Blocks" className="divide-y divide-line border-y border-line">
        {blocks.map((block, at) => (
          <BlockRow key={at} block={block} path={[at]} blocks={blocks} edit={edit} />
        ))}
      </ol>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button
          size="sm"
          onPress={() => edit({ do: "insert", at: [blocks.length], block: NEW_STEP }, "input")}
        >
          Add a step
        </Button>
        <Button size="sm" onPress={() => edit({ do: "insert", at: [blocks.length], block: NEW_REPEAT })}>
          Add a repeat
        </Button>
      </div>
    </div>
  );
}

function before(path: BlockPath): BlockPath {
  return [...path.slice(0, -1), Math.max(0, (path.at(-1) ?? 0) - 1)];
}

type RowProps = {
  block: Block;
  path: BlockPath;
  blocks: readonly Block[];
  edit: (change: BlockEdit, on?: string) => void;
};

function BlockRow(props: RowProps) {
  const { block, path, blocks, edit } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    event.stopPropagation();
    edit({ do: event.key === "ArrowUp" ? "up" : "down", at: path });
  };
  const move = (by: "up" | "down") =>
    editBlocks(blocks, { do: by, at: path }) ? () => edit({ do: by, at: path }, `[data-move=${by}]`) : null;
  const tools = (
    <RowTools name={nameOf(block, path)} onUp={move("up")} onDown={move("down")} items={menuOf(props)} />
  );
  return (
    <li
      data-path={path.join(".")}
      onKeyDown={onKeyDown}
      className={block.type === "repeat" ? "py-2" : "py-1.5"}
    >
      {block.type === "step" ? (
        <StepFields step={block} path={path} edit={edit} tools={tools} />
      ) : (
        <>
          <div className="flex items-center justify-between gap-2">
            <Counter
              label={`How often, ${nameOf(block, path)}`}
              value={block.times}
              onChange={(times) => edit({ do: "replace", at: path, block: { ...block, times } }, ":focus")}
            />
            {tools}
          </div>
          <ol className="mt-1 ml-3 divide-y divide-line border-l-2 border-line-strong pl-3">
            {block.steps.map((inner, at) => (
              <BlockRow key={at} {...props} block={inner} path={[...path, at]} />
            ))}
          </ol>
        </>
      )}
    </li>
  );
}

type StepProps = {
  step: Step;
  path: BlockPath;
  edit: RowProps["edit"];
  tools: React.ReactNode;
};

function StepFields({ step, path, edit, tools }: StepProps) {
  const name = nameOf(step, path);
  const replace = (change: Partial<Step>) =>
    edit({ do: "replace", at: path, block: { ...step, ...change } }, ":focus");
  return (
    <div className="flex flex-wrap items-start gap-1.5 sm:flex-nowrap">
      <select
        aria-label={`What ${name} is`}
        value={step.kind}
        onChange={(event) => replace({ kind: event.target.value as Step["kind"] })}
        className="min-h-10 w-30 shrink-0 rounded-md border border-line bg-surface px-1.5 text-sm hover:border-line-strong sm:min-h-8 sm:w-27"
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {words("step", kind)}
          </option>
        ))}
      </select>
      <PartField
        label={`Length of ${name}`}
        value={formatStepLength(step.length)}
        read={parseStepLength}
        onChange={(length) => replace({ length })}
        className="w-24 shrink-0 max-sm:flex-1"
      />
      <PartField
        label={`Target of ${name}`}
        value={formatStepTarget(step)}
        read={parseStepTarget}
        onChange={({ target, targetEnd }) => {
          const { targetEnd: _, ...rest } = step;
          const next = targetEnd ? { ...rest, target, targetEnd } : { ...rest, target };
          edit({ do: "replace", at: path, block: next }, ":focus");
        }}
        suggestions="step-targets"
        placeholder="no target"
        className="flex-1 max-sm:order-last max-sm:basis-full"
      />
      {tools}
    </div>
  );
}

function nameOf(block: Block, path: BlockPath): string {
  const place = path.map((at) => at + 1).join(".");
  return block.type === "step" ? `step ${place}` : `repeat ${place}`;
}

function menuOf({ block, path, blocks, edit }: RowProps): MenuEntry[] {
  const after = [...path.slice(0, -1), (path.at(-1) ?? 0) + 1];
  const entry = (id: string, label: string, change: BlockEdit, more: Partial<MenuEntry> = {}): MenuEntry => ({
    id,
    label,
    isDisabled: editBlocks(blocks, change) === null,
    onAction: () => edit(change),
    ...more,
  });
  return [
    entry("add", "Add a step after it", { do: "insert", at: after, block: NEW_STEP }),
    entry("duplicate", "Duplicate", { do: "duplicate", at: path }),
    entry("wrap", "Put in a repeat", { do: "wrap", at: path, times: 2 }),
    ...(block.type === "repeat"
      ? [entry("unwrap", "Take the repeat away, keep its steps", { do: "unwrap", at: path })]
      : []),
    { id: "line", separator: true },
    entry("remove", "Delete", { do: "remove", at: path }, { danger: true }),
  ];
}
