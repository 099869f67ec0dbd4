export { readBackup } from "./read-backup.ts";
export { type BackupManifest, writeBackup } from "./write-backup.ts";
