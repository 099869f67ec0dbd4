import { shortDay } from "#components/day-words.ts";
import { openFindings } from "#components/plan-check.tsx";
import type { SeasonData } from "./use-plan-edits.ts";

/** What a season's page says first: whether something in it wants a person, and what it is in one line. */
export function seasonVerdict(season: SeasonData): { title: string; lead: string } {
  const open = openFindings(season.findings).length;
  const things = `${open} ${open === 1 ? "thing" : "things"} to look at`;
  const verdict =
    open > 0 ? things : season.status === "draft" ? "ready to assign" : "the plan keeps every rule";
  const title = `${season.athleteName}: ${verdict}`;
  const { request, weeks, pacing } = season;
  const races = (request?.races ?? []).filter(({ priority }) => priority === "A").length;
  const parts = [
    `${weeks.length} weeks${request ? `, ${request.runsPerWeek} runs a week` : ""}`,
    races > 0 ? `${races} goal ${races === 1 ? "race" : "races"}` : null,
    pacing.score === null
      ? "Paces not known yet: add a recent result"
      : `Score ${pacing.score.toFixed(1)}${pacing.scoreDate ? ` from the result of ${shortDay(pacing.scoreDate)}` : " from the threshold pace"}`,
  ];
  return { title, lead: `${parts.filter(Boolean).join(". ")}.` };
}
