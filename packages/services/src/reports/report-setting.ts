import { getReportSettingRow, upsertReportSetting } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { z } from "zod";

const DEFAULT = { isOn: true, weekday: 1, hour: 7 };

export const SetReportSettingInput = z.strictObject({
  isOn: z.boolean(),
  /** 1 is Monday. */
  weekday: z.number().int().min(1).max(7),
  /** Of the athlete's own clock. */
  hour: z.number().int().min(0).max(23),
});
export type ReportSetting = z.infer<typeof SetReportSettingInput>;

/** When the actor's own week comes by mail. */
export async function getReportSetting(ctx: ServiceContext): Promise<ReportSetting> {
  const row = await getReportSettingRow(ctx.db, ctx.actor.userId);
  return row ? { isOn: row.isOn, weekday: row.weekday, hour: row.hour } : DEFAULT;
}

export async function setReportSetting(ctx: ServiceContext, input: ReportSetting): Promise<void> {
  await upsertReportSetting(ctx.db, ctx.actor.userId, SetReportSettingInput.parse(input));
}
