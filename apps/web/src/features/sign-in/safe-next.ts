/** Where to go after signing in: a path of this site, or the start. Never another site. */
export function safeNext(next: string | string[] | undefined): string {
  if (typeof next !== "string" || !/^\/(?![/\\])[\x21-\x7e]*$/.test(next)) return "/";
  return next;
}
