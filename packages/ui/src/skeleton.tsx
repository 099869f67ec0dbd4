import { joinClasses } from "./join-classes.ts";

/** Keeps the height of what comes, so that nothing jumps. */
export function Skeleton({ className = "h-4 w-full" }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={joinClasses("block animate-pulse rounded-sm bg-line/60", className)}
    />
  );
}

export function SkeletonRows({ count = 3, label = "Loading" }: { count?: number; label?: string }) {
  return (
    <div role="status" aria-label={label} className="divide-y divide-line">
      {Array.from({ length: count }, (_, index) => `row-${index}`).map((key) => (
        <div key={key} className="flex items-center gap-5 py-4">
          <Skeleton className="h-4 w-32" />
          <Skeleton className="h-7 w-44" />
          <Skeleton className="h-4 flex-1" />
        </div>
      ))}
    </div>
  );
}
