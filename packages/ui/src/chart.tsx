"use client";

import { type PointerEvent, useState } from "react";
import type { ChartTable } from "./charts/data-shapes.ts";
import type { ChartPicture } from "./charts/picture.ts";
import { nearestSpot } from "./charts/series-path.ts";
import { MOST_GROWTH } from "./charts/svg.ts";
import { Disclosure } from "./disclosure.tsx";
import { joinClasses } from "./join-classes.ts";

export type ChartProps = {
  /** Name of the chart, also of its table. */
  label: string;
  picture: ChartPicture;
  /** The same drawn for a phone, where the wide one would shrink its words. */
  narrow?: ChartPicture;
  tableWord?: string;
  unknownWord?: string;
  hideTable?: boolean;
  className?: string;
};

/** A picture that can be read by pointer, by arrow keys and as a table. */
export function Chart({
  label,
  picture,
  narrow,
  tableWord = "Show as table",
  unknownWord = "not known",
  hideTable = false,
  className,
}: ChartProps) {
  return (
    <figure className={joinClasses("min-w-0", className)}>
      {narrow ? (
        <>
          <Readable label={label} picture={narrow} unknownWord={unknownWord} className="sm:hidden" />
          <Readable label={label} picture={picture} unknownWord={unknownWord} className="hidden sm:block" />
        </>
      ) : (
        <Readable label={label} picture={picture} unknownWord={unknownWord} />
      )}
      {hideTable ? null : (
        <Disclosure summary={tableWord} className="mt-1">
          <NumbersTable table={picture.table} label={label} unknownWord={unknownWord} />
        </Disclosure>
      )}
    </figure>
  );
}

type ReadableProps = { label: string; picture: ChartPicture; unknownWord: string; className?: string };

function Readable({ label, picture, unknownWord, className }: ReadableProps) {
  const last = picture.table.rows.length - 1;
  const [index, setIndex] = useState(last);
  const [active, setActive] = useState(false);
  const at = Math.min(index, last);
  const spot = picture.spots[at];
  const words = rowWords(picture.table, at, unknownWord);
  return (
    <div
      className={joinClasses(
        "relative rounded-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
        className,
      )}
      style={{ maxWidth: picture.width * MOST_GROWTH }}
      onPointerMove={(event) => {
        const found = spotUnder(event, picture);
        if (found >= 0) setIndex(found);
        setActive(found >= 0);
      }}
      onPointerLeave={() => setActive(false)}
    >
      <div dangerouslySetInnerHTML={{ __html: picture.svg }} />
      {last >= 0 ? (
        <ReadingRange
          label={label}
          last={last}
          at={at}
          words={words}
          onMove={setIndex}
          onActive={setActive}
        />
      ) : null}
      {active && spot ? (
        <Cursor
          share={spot.x / picture.width}
          top={spot.y === null ? null : spot.y / picture.height}
          words={words}
        />
      ) : null}
    </div>
  );
}

function spotUnder(event: PointerEvent<HTMLElement>, picture: ChartPicture): number {
  const box = event.currentTarget.getBoundingClientRect();
  return nearestSpot(picture.spots, ((event.clientX - box.left) / Math.max(1, box.width)) * picture.width);
}

type ReadingRangeProps = {
  label: string;
  last: number;
  at: number;
  words: string;
  onMove: (index: number) => void;
  onActive: (active: boolean) => void;
};

/** A native range brings arrows, Home, End, Page keys and the reading out of values with it. */
function ReadingRange({ label, last, at, words, onMove, onActive }: ReadingRangeProps) {
  return (
    <input
      type="range"
      min={0}
      max={last}
      value={at}
      aria-label={label}
      aria-valuetext={words}
      onChange={(event) => onMove(Number(event.target.value))}
      onFocus={() => onActive(true)}
      onBlur={() => onActive(false)}
      className="pointer-events-none absolute inset-0 size-full opacity-0"
    />
  );
}

function Cursor({ share, top, words }: { share: number; top: number | null; words: string }) {
  const [head, ...rest] = words.split("; ");
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0">
      <div className="absolute inset-y-0 w-px bg-ink/60" style={{ left: `${share * 100}%` }} />
      {top === null ? null : (
        <div
          className="absolute size-2.5 -translate-1/2 rounded-full border-2 border-ink bg-surface"
          style={{ left: `${share * 100}%`, top: `${top * 100}%` }}
        />
      )}
      <div
        className={joinClasses(
          "absolute top-0 z-10 rounded-md bg-ink px-2.5 py-1.5 text-xs leading-snug whitespace-nowrap text-on-ink",
          share > 0.5 ? "-translate-x-[calc(100%+8px)]" : "translate-x-2",
        )}
        style={{ left: `${share * 100}%` }}
      >
        <b>{head}</b>
        {rest.map((line) => (
          <span key={line} className="type-narrow block tabular-nums">
            {line}
          </span>
        ))}
      </div>
    </div>
  );
}

function rowWords(table: ChartTable, index: number, unknownWord: string): string {
  const row = table.rows[index] ?? [];
  return row
    .map((cell, at) => {
      const column = table.columns[at];
      if (at === 0) return String(cell ?? unknownWord);
      return cell === null ? "" : `${column?.label ?? ""} ${cell}${column?.unit ? ` ${column.unit}` : ""}`;
    })
    .filter(Boolean)
    .join("; ");
}

function NumbersTable({
  table,
  label,
  unknownWord,
}: {
  table: ChartTable;
  label: string;
  unknownWord: string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="max-h-80 overflow-auto border-y border-line">
      <table className="w-full text-left text-sm">
        <caption className="sr-only">{label}</caption>
        <thead className="sticky top-0 bg-paper">
          <tr>
            {table.columns.map((column) => (
              <th key={column.label} scope="col" className="type-label py-1.5 pr-4 text-ink-soft">
                {column.label}
                {column.unit ? `, ${column.unit}` : ""}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) => (
                <td
                  key={table.columns[at]?.label}
                  className={joinClasses("py-1 pr-4", typeof cell === "number" && "type-figure")}
                >
                  {cell ?? <span className="text-ink-soft">{at === row.length - 1 ? "" : unknownWord}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
