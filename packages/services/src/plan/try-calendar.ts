import type { ServiceContext } from "@repo/services/context";
import type { z } from "zod";
import type { TryCalendarInput } from "./calendar-inputs.ts";
import { changeCalendarNow } from "./change-calendar.ts";
import { loadSeason } from "./load-season.ts";
import { type ShownFinding, shownFindings } from "./shown-season.ts";

/** What the rules would find after a change that they do not find now, what they would say otherwise, and find no more. */
export type TriedCalendar = {
  appearing: ShownFinding[];
  /** The same rule about the same day, with other numbers: as it would be. */
  changing: ShownFinding[];
  vanishing: ShownFinding[];
};

/**
 * What a change of a calendar would do to the findings: it is made, looked at and taken back.
 * @throws AppError as the change itself would
 */
export async function tryCalendar(
  ctx: ServiceContext,
  request: z.output<typeof TryCalendarInput>,
): Promise<TriedCalendar> {
  const taken = new TakenBack();
  try {
    await ctx.db.transaction(async (db) => {
      taken.after = (await changeCalendarNow({ ...ctx, db }, request)).findings;
      throw taken;
    });
  } catch (thrown) {
    if (thrown !== taken) throw thrown;
  }
  const tried: TriedCalendar = { appearing: [], changing: [], vanishing: [] };
  for (const { seasonId, findings } of taken.after) {
    const before = shownFindings(await loadSeason(ctx, { athleteId: request.athleteId, seasonId }));
    tried.appearing.push(...without(findings, before, aboutOf));
    tried.vanishing.push(...without(before, findings, aboutOf));
    tried.changing.push(
      ...without(findings, before, saidOf).filter((each) => !tried.appearing.includes(each)),
    );
  }
  return tried;
}

/** Ends the inner transaction, so that nothing of it stays. */
class TakenBack extends Error {
  after: { seasonId: string; findings: ShownFinding[] }[] = [];
}

function without(
  findings: readonly ShownFinding[],
  others: readonly ShownFinding[],
  keyOf: (finding: ShownFinding) => string,
): ShownFinding[] {
  const known = new Set(others.map(keyOf));
  return findings.filter((finding) => !finding.waived && !known.has(keyOf(finding)));
}

function aboutOf({ rule, dates }: ShownFinding): string {
  return `${rule} ${dates[0] ?? ""}`;
}

function saidOf(finding: ShownFinding): string {
  return `${aboutOf(finding)} ${finding.title}`;
}
