/** Where somebody lifts, for a choice; where it is not said a plan holds a gym day and a home day. */
export const GYM_OPTIONS = [
  { value: "", label: "Not said" },
  { value: "yes", label: "Gym" },
  { value: "no", label: "Home, no weights" },
];

export function gymValue(hasGym: boolean | null | undefined): string {
  if (hasGym == null) return "";
  return hasGym ? "yes" : "no";
}

export function gymOf(value: unknown): boolean | null {
  if (value !== "yes" && value !== "no") return null;
  return value === "yes";
}
