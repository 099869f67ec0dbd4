/** Why the form was not taken, read out at once. The place is always there, so that it is announced. */
export function FormError({ children }: { children?: string | null }) {
  return (
    <div role="alert" aria-live="assertive" className="empty:sr-only">
      {children ? (
        <p className="border-l-2 border-track bg-track-soft px-3 py-2 text-sm text-track-text">{children}</p>
      ) : null}
    </div>
  );
}
