import type { ComponentProps, ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";

export type TableProps = { caption: string; hideCaption?: boolean; children: ReactNode; className?: string };

/** A native table; on a narrow screen it scrolls within itself and can be reached by keyboard. */
export function Table({ caption, hideCaption = true, children, className }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className={joinClasses("relative overflow-x-auto", className)}>
      <table className="w-full border-collapse text-left text-sm">
        <caption className={hideCaption ? "sr-only" : "type-title pb-2 text-left"}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return <thead className="border-b border-line">{children}</thead>;
}

export function TableBody({ children }: { children: ReactNode }) {
  return <tbody className="divide-y divide-line">{children}</tbody>;
}

export function TableRow({ className, ...props }: ComponentProps<"tr">) {
  return <tr {...props} className={className} />;
}

type Cell = { numeric?: boolean };

/** A column's head; with `onSort` it becomes a button and says how it is sorted. */
export function TableHeader({
  numeric,
  sorted,
  onSort,
  children,
  className,
  ...props
}: ComponentProps<"th"> & Cell & { sorted?: "ascending" | "descending"; onSort?: () => void }) {
  return (
    <th
      scope="col"
      {...props}
      aria-sort={sorted}
      className={joinClasses(
        "type-label py-2 pr-5 align-bottom text-ink-soft last:pr-0",
        numeric && "text-right",
        className,
      )}
    >
      {onSort ? (
        <button
          type="button"
          onClick={onSort}
          className="-m-1 inline-flex items-baseline gap-1 rounded-sm p-1 hover:text-ink"
        >
          {children}
          <span aria-hidden="true" className="w-2">
            {sorted === "ascending" ? "↑" : sorted === "descending" ? "↓" : ""}
          </span>
        </button>
      ) : (
        children
      )}
    </th>
  );
}

export function TableCell({ numeric, className, ...props }: ComponentProps<"td"> & Cell) {
  return (
    <td
      {...props}
      className={joinClasses(
        "py-3 pr-5 align-middle last:pr-0",
        numeric && "type-figure text-right whitespace-nowrap",
        className,
      )}
    />
  );
}

/** The cell that names its row. */
export function TableRowHeader({ className, ...props }: ComponentProps<"th">) {
  return (
    <th
      scope="row"
      {...props}
      className={joinClasses("type-lead py-3 pr-5 align-middle whitespace-nowrap", className)}
    />
  );
}
