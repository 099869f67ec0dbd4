"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { NativeSelect } from "./native-select.tsx";

type Props = { orgId: string; organisations: readonly { orgId: string; name: string }[] };

/** Which organisation a page is about, for who coaches in several; nothing for everybody else. */
export function OrgChoice({ orgId, organisations }: Props) {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  if (organisations.length < 2) return null;
  return (
    <div className="w-56">
      <NativeSelect
        label="Organisation"
        value={orgId}
        options={organisations.map((each) => ({ value: each.orgId, label: each.name }))}
        onChange={(event) => {
          const next = new URLSearchParams(params);
          next.set("org", event.target.value);
          router.push(`${path}?${next}`);
        }}
      />
    </div>
  );
}
