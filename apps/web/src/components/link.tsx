"use client";

import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * A link that asks for its page when somebody reaches for it: a pointer over it, a finger on it, the focus in it.
 * Next asks for the page of every link in sight, twice each: thirty requests more for every page with a menu.
 */
export function Link({
  onPointerEnter,
  onFocus,
  prefetch = null,
  ...props
}: ComponentProps<typeof NextLink>) {
  const [isReachedFor, setReachedFor] = useState(false);
  return (
    <NextLink
      {...props}
      prefetch={isReachedFor ? prefetch : false}
      onPointerEnter={(event) => {
        setReachedFor(true);
        onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        setReachedFor(true);
        onFocus?.(event);
      }}
    />
  );
}
