import { FOR_USER } from "#trpc/for-user.ts";

export type UploadFault = Error & {
  /** Whether sending it again may help. */
  mayRetry: boolean;
  /** What the server answered; null where it did not. */
  data: { httpStatus: number } | null;
};

/**
 * Sends one file as it is.
 *
 * @param options.forUser the account it was kept for: under another sign-in it is refused as without one
 * @throws {UploadFault} with the server's sentence
 */
export async function uploadFile<T>(
  url: string,
  file: File,
  options: { forUser?: string | undefined; signal?: AbortSignal } = {},
): Promise<T> {
  const { forUser, signal = null } = options;
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "x-mesocycle": "1",
      "x-file-name": encodeURIComponent(file.name),
      "Content-Type": "application/octet-stream",
      ...(forUser === undefined ? {} : { [FOR_USER]: forUser }),
    },
    body: file,
    signal,
  }).catch(() => {
    throw faultOf("The server cannot be reached. Check the connection and try again; nothing is lost.", null);
  });
  const answer = (await response.json().catch(() => null)) as { error?: string } | null;
  if (!response.ok || answer === null)
    throw faultOf(answer?.error ?? "The server did not take this file. Try again.", response.status);
  return answer as T;
}

function faultOf(message: string, httpStatus: number | null): UploadFault {
  return Object.assign(new Error(message), {
    mayRetry: httpStatus === null || httpStatus >= 500,
    data: httpStatus === null ? null : { httpStatus },
  });
}
