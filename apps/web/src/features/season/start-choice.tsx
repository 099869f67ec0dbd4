"use client";

import { SegmentedChoice } from "@repo/ui/segmented-choice";
import { parseAsStringLiteral, useQueryState } from "nuqs";

const STARTS = ["request", "cycle", "season", "empty"] as const;
const OPTIONS = [
  { value: "request", label: "A request" },
  { value: "cycle", label: "A cycle" },
  { value: "season", label: "Past season" },
  { value: "empty", label: "Nothing" },
];

/** What a new season begins from; part of the address. */
export function useStart() {
  return useQueryState("from", parseAsStringLiteral(STARTS).withDefault("request"));
}

export function StartChoice() {
  const [start, setStart] = useStart();
  return (
    <SegmentedChoice
      legend="Begin from"
      name="start"
      size="sm"
      options={OPTIONS}
      value={start}
      onChange={(value) => void setStart(value as (typeof STARTS)[number])}
      className="mt-5 max-w-xl"
    />
  );
}
