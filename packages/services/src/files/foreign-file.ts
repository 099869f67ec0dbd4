/** What a file is that holds no recording of ours, by how it begins, and what to do instead. */
const FOREIGN: readonly [isKind: (head: string) => boolean, sentence: string][] = [
  [
    // Comments go first, one by one: a pattern over all of them could be made to take years.
    (head) =>
      /^\s*(<\?xml[^>]*>\s*)?<(!doctype html|html|head|body)\b/i.test(head.replace(/<!--.*?-->/gs, "")),
    "This is a web page, not a recording: the site sent a page, as it does when you are not signed in. Sign in there and download the file again.",
  ],
  [
    (head) => head.startsWith("PK\u0003\u0004"),
    "This is a zip archive. Unpack it, or add it as an import, which reads archives whole.",
  ],
  [
    matching(/<\s*([\w.-]+:)?kml\b/i),
    kind("a KML file, which holds places without the times of a recording"),
  ],
  [
    matching(/<\s*([\w.-]+:)?(pwx|sml|Move|polar-exercise-data|HealthData)\b/i),
    kind("a file in another program's format"),
  ],
  [matching(/^\s*(\[Params\]|HRMonitorversion)/i), kind("a Polar HRM file")],
  [
    matching(/^\s*[[{]\s*["{[\]}]/),
    "This is a JSON file, not a recording. Exports of services are read as an import; a recording is needed as FIT, TCX or GPX.",
  ],
  [matching(/^%PDF-/), kind("a PDF document")],
  [
    (head) => head !== "" && [...head].every((sign) => sign === "\u0000"),
    "This file holds nothing but zeros: it was never written to its end. Copy it from the device again.",
  ],
];

function matching(pattern: RegExp): (head: string) => boolean {
  return (head) => pattern.test(head);
}

function kind(name: string): string {
  return `This is ${name}. Export the activity as FIT, TCX or GPX.`;
}

/** The sentence for a file whose beginning shows what it is instead of a recording; null for any other. */
export function foreignFile(head: string): string | null {
  return FOREIGN.find(([isKind]) => isKind(head))?.[1] ?? null;
}
