/** One password for each account the product signs in to the database with. */
export type RolePasswords = { web: string; auth: string; night: string; backup: string };

export type RoleUrls = { appUrl: string; authUrl: string; workerUrl: string; backupUrl: string };

/** The addresses of the accounts made by the migration, on the server and database of the owner's address. */
export function roleUrls(ownerUrl: string, passwords: RolePasswords): RoleUrls {
  return {
    appUrl: urlOf(ownerUrl, "app_web", passwords.web),
    authUrl: urlOf(ownerUrl, "app_auth", passwords.auth),
    workerUrl: urlOf(ownerUrl, "app_night", passwords.night),
    backupUrl: urlOf(ownerUrl, "app_backup", passwords.backup),
  };
}

function urlOf(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.href;
}
