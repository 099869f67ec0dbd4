"use client";

import { type ReactNode, useState } from "react";

/**
 * What comes next stands first: the check-in until it is made, then the log. The order stays while the page is open, so
 * that nothing jumps away under a finger.
 */
export function NextFirst(props: { isCheckedIn: boolean; checkIn: ReactNode; log: ReactNode }) {
  const [isCheckedIn] = useState(props.isCheckedIn);
  return (
    <>
      {isCheckedIn ? null : props.checkIn}
      {props.log}
      {isCheckedIn ? props.checkIn : null}
    </>
  );
}
