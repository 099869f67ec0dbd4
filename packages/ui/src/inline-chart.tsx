/** A chart in a row of text: its own name and numbers, nothing to operate. */
export function InlineChart({ svg, className }: { svg: string; className?: string }) {
  return <div className={className} dangerouslySetInnerHTML={{ __html: svg }} />;
}
