/** Fetches the log's dialog, once. */
export function loadLogDialog() {
  return import("./log-dialog.tsx");
}
