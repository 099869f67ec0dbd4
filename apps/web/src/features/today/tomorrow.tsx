import { Day } from "#components/day.tsx";
import { Distance } from "#components/distance.tsx";
import { Told } from "#components/told.tsx";
import type { TodayData } from "./today-view.tsx";

/** Tomorrow in a line, and the coach's last word. */
export function Tomorrow({ today }: { today: Pick<TodayData, "tomorrow" | "word"> }) {
  const { tomorrow, word } = today;
  return (
    <div className="space-y-4">
      <p>
        <span className="text-ink-soft">Tomorrow</span>{" "}
        {tomorrow ? (
          <>
            <b className="font-semibold">
              <Told text={tomorrow.title} />
            </b>
            {tomorrow.distanceM ? (
              <>
                , <Distance metres={tomorrow.distanceM} />
              </>
            ) : null}
          </>
        ) : (
          "nothing planned"
        )}
      </p>
      {word ? (
        <figure className="border-l-2 border-track pl-3">
          <blockquote className="text-sm whitespace-pre-line">{word.body}</blockquote>
          <figcaption className="mt-1 text-xs text-ink-soft">
            {word.by ?? "Your coach"}, <Day iso={String(word.at)} />
          </figcaption>
        </figure>
      ) : null}
    </div>
  );
}
