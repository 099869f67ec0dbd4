/** Four weeks of a season: the mark of the product. */
export function Brand({ name = "Mesocycle", compact = false }: { name?: string; compact?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <svg viewBox="0 0 22 16" aria-hidden="true" className="h-4 w-[1.375rem]">
        <rect x="0" y="9" width="4" height="7" rx="1" className="fill-phase-base" />
        <rect x="6" y="5" width="4" height="11" rx="1" className="fill-phase-build" />
        <rect x="12" y="0" width="4" height="16" rx="1" className="fill-phase-speed" />
        <rect x="18" y="6" width="4" height="10" rx="1" className="fill-phase-peak" />
      </svg>
      <span className={compact ? "sr-only" : "text-[1.0625rem] font-bold [font-stretch:122%]"}>{name}</span>
    </span>
  );
}
