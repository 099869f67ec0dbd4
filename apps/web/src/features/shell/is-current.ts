/** Whether a page belongs to a place of the navigation: the place itself or anything below it. */
export function isCurrent(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}
