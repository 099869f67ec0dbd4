/**
 * The one style sheet that a library (sonner, the toasts) adds by script and without a nonce: first empty, then
 * filled. A test compares these with the installed version.
 */
export const TOAST_STYLE_HASHES = [
  "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
  "sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY=",
];

type Options = { nonce: string; development: boolean };

/**
 * Scripts run only with the request's nonce. Style *attributes* stay allowed: charts and React Aria's
 * positions need them, and they cannot run code.
 */
export function contentSecurityPolicy({ nonce, development }: Options): string {
  const toastStyles = TOAST_STYLE_HASHES.map((hash) => `'${hash}'`).join(" ");
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}' ${toastStyles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
