import type { HostileFile } from "./hostile-file.ts";
import { HOSTILE_FIT } from "./hostile-fit.ts";
import { HOSTILE_TABLES } from "./hostile-tables.ts";
import { HOSTILE_XML } from "./hostile-xml.ts";
import { HOSTILE_ARCHIVES } from "./hostile-zip.ts";

/** Every hostile file, made when asked for. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  ...HOSTILE_FIT,
  ...HOSTILE_XML,
  ...HOSTILE_ARCHIVES,
  ...HOSTILE_TABLES,
];
