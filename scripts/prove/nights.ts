export async function proveNights(): Promise<boolean> {
  return false;
}
