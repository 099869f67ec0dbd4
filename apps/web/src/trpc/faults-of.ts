export type Answer = {
  message: string;
  data?: {
    faults?: { fieldErrors?: Record<string, string[] | undefined> } | null;
    details?: Readonly<Record<string, unknown>> | null;
  } | null;
};

/** What the server said of a form: a sentence for the whole and one for each wrong field. */
export function faultsOf(error: Answer | null | undefined) {
  const fields = error?.data?.faults?.fieldErrors ?? {};
  const named = error?.data?.details?.field;
  return {
    message: error && !named ? error.message : null,
    field: (name: string) => (named === name ? (error?.message ?? null) : (fields[name]?.[0] ?? null)),
  };
}
