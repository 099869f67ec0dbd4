import { Link } from "#components/link.tsx";

/** The way back from one setting to all of them. */
export function SettingsCrumb() {
  return (
    <Link href="/settings" className="inline-flex min-h-6 items-center hover:text-ink hover:underline">
      Settings
    </Link>
  );
}
