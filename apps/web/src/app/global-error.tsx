"use client";

import ErrorPage from "./error.tsx";
import "./globals.css";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function GlobalError(props: Props) {
  return (
    <html lang="en">
      <body>
        <title>Mesocycle</title>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
