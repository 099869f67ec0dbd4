import type { QueryClient, QueryKey } from "@tanstack/react-query";

type Preview<Data, Variables> = {
  queryClient: QueryClient;
  queryKey: QueryKey;
  /** The cached answer as it will be when the server agrees. */
  apply: (cached: Data, variables: Variables) => Data;
  /** Told after the page has gone back to how it was. */
  onRefused: (message: string) => void;
};

/**
 * Options of a mutation that shows its effect at once: goes back if the server refuses, asks for the truth
 * afterwards in any case.
 */
export function optimistic<Data, Variables>({
  queryClient,
  queryKey,
  apply,
  onRefused,
}: Preview<Data, Variables>) {
  return {
    onMutate: async (variables: Variables) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData<Data>(queryKey);
      if (before !== undefined) queryClient.setQueryData(queryKey, apply(before, variables));
      return { before };
    },
    onError: (
      error: { message: string },
      _: Variables,
      context: { before: Data | undefined } | undefined,
    ) => {
      queryClient.setQueryData(queryKey, context?.before);
      onRefused(error.message);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  };
}
