import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { readTheme, THEME_COOKIE } from "#features/theme/theme.ts";
import { archivo } from "./font.ts";
import { Nonce } from "./nonce.tsx";
import { Providers } from "./providers.tsx";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Mesocycle", template: "%s · Mesocycle" },
  description: "Coaching for runners: seasons, training and what the night found.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en" className={archivo.variable} data-theme={theme === "system" ? undefined : theme}>
      <head>
        <Nonce value={nonce} />
      </head>
      <body>
        <noscript>
          <p style={{ margin: "1rem" }}>
            Mesocycle needs JavaScript. Allow it for this site and load the page again.
          </p>
        </noscript>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
