export type ProgressBarProps = {
  /** What it tells: the accessible name. */
  label: string;
  /** How much of `max` is done; left out while nobody knows how much there is. */
  value?: number;
  max?: number;
};

/** A native progress bar in our own colours: those of a browser's show neither theme and hardly an empty bar. */
export function ProgressBar({ label, value, max }: ProgressBarProps) {
  return (
    <progress
      aria-label={label}
      {...(value === undefined ? {} : { value, max })}
      className="block h-2 w-full appearance-none overflow-hidden rounded-full bg-sunken indeterminate:animate-pulse [&::-moz-progress-bar]:bg-ink [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-ink"
    />
  );
}
