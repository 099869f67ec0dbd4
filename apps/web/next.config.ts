import { existsSync } from "node:fs";
import path from "node:path";
import type { NextConfig } from "next";
import { securityHeaders } from "./src/http/security-headers.ts";

const repositoryRoot = path.join(import.meta.dirname, "../..");

const config: NextConfig = {
  output: "standalone",
  outputFileTracingRoot: repositoryRoot,
  turbopack: { root: repositoryRoot },
  transpilePackages: ["@repo/core", "@repo/db", "@repo/services", "@repo/ui"],
  serverExternalPackages: ["pino", "@node-rs/argon2", "postgres", "pdfkit", "fontkit"],
  // Read from where they lie when a report becomes a PDF.
  outputFileTracingIncludes: {
    "/api/**": [
      "node_modules/@expo-google-fonts/archivo/{400Regular,700Bold}/*.ttf",
      "node_modules/dejavu-fonts-ttf/ttf/DejaVuSans{,-Bold}.ttf",
    ],
  },
  images: { unoptimized: true },
  experimental: {
    // A quarter of a first build goes into writing what only a second one would read.
    turbopackFileSystemCacheForBuild: existsSync(path.join(import.meta.dirname, ".next/BUILD_ID")),
    // A sixth of the build, for files that nobody downloads; and the stacks in the log name what failed.
    serverMinification: false,
  },
  // `npm run verify` checks the types, of all packages at once.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  headers: async () => [{ source: "/:path*", headers: securityHeaders() }],
};

export default config;
