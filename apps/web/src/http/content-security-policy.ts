type Options = { nonce: string; development: boolean; formTargets: readonly string[] };

/**
 * Scripts run only with the request's nonce. Style *attributes* stay allowed: charts and React Aria's
 * positions need them, and they cannot run code.
 */
export function contentSecurityPolicy({ nonce, development }: Options): string {
  const evalInDevelopment = development ? " 'unsafe-eval'" : "";
  const liveReload = development ? " ws:" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evalInDevelopment}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${liveReload}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
