/** Sends one file as it is; the answer, or an Error with the server's sentence. */
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
    throw new Error("The server cannot be reached. Check the connection and try again; nothing is lost.");
  });
  const answer = (await response.json().catch(() => null)) as { error?: string } | null;
  if (!response.ok || answer === null)
    throw new Error(answer?.error ?? "The server did not take this file. Try again.");
  return answer as T;
}
