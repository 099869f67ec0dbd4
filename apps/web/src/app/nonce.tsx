"use client";

import { useState } from "react";

/**
 * Tells libraries which nonce their style sheets need: that of the request the document came with. A page shown anew
 * comes with another one, which the browser would refuse.
 */
export function Nonce({ value }: { value: string | undefined }) {
  const [ofDocument] = useState(value);
  return <meta property="csp-nonce" nonce={ofDocument} />;
}
