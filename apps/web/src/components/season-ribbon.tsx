import { type RibbonWeeks, ribbonOfWeeks, ribbonSvg } from "@repo/ui/charts";
import { InlineChart } from "@repo/ui/inline-chart";

type Props = {
  season: RibbonWeeks;
  today: string;
  size: { width: number; height: number };
  /** Whose season it is. */
  name: string;
  id: string;
};

/** The season ribbon in a row of a list: a picture that says its numbers. */
export function SeasonRibbon({ season, today, size, name, id }: Props) {
  const data = ribbonOfWeeks(season, today);
  return (
    <InlineChart svg={ribbonSvg(data, { ...size, title: `Season of ${name}`, id })} className="mt-1.5" />
  );
}
