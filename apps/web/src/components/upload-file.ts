export type UploadFault = Error & { /** Whether sending it again may help. */ mayRetry: boolean };

/**
 * Sends one file as it is.
 * @throws {UploadFault} with the server's sentence
 */
export async function uploadFile<T>(url: string, file: File): Promise<T> {
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "x-mesocycle": "1",
      "x-file-name": encodeURIComponent(file.name),
      "Content-Type": "application/octet-stream",
    },
    body: file,
  }).catch(() => {
    throw faultOf("The server cannot be reached. Check the connection and try again; nothing is lost.", true);
  });
  const answer = (await response.json().catch(() => null)) as { error?: string } | null;
  if (!response.ok || answer === null)
    throw faultOf(answer?.error ?? "The server did not take this file. Try again.", response.status >= 500);
  return answer as T;
}

function faultOf(message: string, mayRetry: boolean): UploadFault {
  return Object.assign(new Error(message), { mayRetry });
}
