import { Disclosure } from "@repo/ui/disclosure";
import { sourceWords } from "#words/sources.ts";

type Piece = { id: string; title: string; source: readonly string[] };

/** Advice of the articles, each with the method it comes from: their opinion, and said to be. */
export function AdviceList({ pieces, summary }: { pieces: readonly Piece[]; summary: string }) {
  return (
    <Disclosure summary={summary}>
      <ul className="max-w-prose space-y-2 border-l-2 border-line pl-4 text-sm">
        {pieces.map((piece) => (
          <li key={piece.id}>
            <AdviceText piece={piece} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** One piece of advice and its source. */
export function AdviceText({ piece }: { piece: Piece }) {
  return (
    <>
      {piece.title} <span className="text-xs text-ink-soft">{sourceWords(piece.source)}</span>
    </>
  );
}
