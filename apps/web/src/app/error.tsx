"use client";

import { Button } from "@repo/ui/button";
import { LinkButton } from "@repo/ui/link-button";
import { useEffect } from "react";
import { WholePage } from "#components/whole-page.tsx";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  const actions = (
    <>
      <Button variant="solid" size="lg" onPress={reset}>
        Try again
      </Button>
      <LinkButton size="lg" href="/">
        Go to the start
      </LinkButton>
    </>
  );
  return (
    <WholePage title="This page could not be shown" actions={actions}>
      <p>
        The server ran into a problem while making it. What you saved before is safe. If it stays like this,
        give whoever runs this server the code below.
      </p>
      {error.digest ? <p className="type-figure mt-3 text-ink">Code {error.digest}</p> : null}
    </WholePage>
  );
}
