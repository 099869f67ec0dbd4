"use client";

import { Switch } from "@repo/ui/switch";
import { useState } from "react";
import { setSingleKeys, singleKeysOn } from "./use-calendar-keys.ts";

/** Whether single letters are keys, for who speaks to the computer or types by slip. */
export function SingleKeys() {
  const [on, setOn] = useState(singleKeysOn);
  return (
    <div className="mt-5 border-t border-line pt-4">
      <Switch
        label="Single letters are keys"
        checked={on}
        onChange={(event) => {
          setSingleKeys(event.target.checked);
          setOn(event.target.checked);
        }}
      />
    </div>
  );
}
