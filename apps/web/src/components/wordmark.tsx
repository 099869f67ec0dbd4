/** The name with its four weeks of training: base, build, speed, peak. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 text-ink">
      <svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true">
        <rect x="0" y="8" width="4.4" height="8" rx="1" fill="var(--color-phase-base)" />
        <rect x="5.8" y="4" width="4.4" height="12" rx="1" fill="var(--color-phase-build)" />
        <rect x="11.6" y="0" width="4.4" height="16" rx="1" fill="var(--color-phase-speed)" />
        <rect x="17.4" y="6" width="4.4" height="10" rx="1" fill="var(--color-phase-peak)" />
      </svg>
      <span className="text-[1.0625rem] font-bold tracking-tight [font-stretch:125%]">Mesocycle</span>
    </span>
  );
}
