import { AppError } from "@repo/core/errors";
import { COMMON_PASSWORDS } from "./common-passwords.ts";

const MIN = 12;
const MAX = 128;
const ROWS = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
];

/**
 * Refuses a new password that a guesser would try early. Length decides; there are no rules about kinds of
 * characters.
 * @throws AppError INVALID with what to do instead
 */
export function checkNewPassword(password: string, about: { email: string; name: string }): void {
  const length = [...password].length;
  if (length < MIN) refuse(`A password needs at least ${MIN} characters. Three or four words in a row do.`);
  if (length > MAX) refuse(`A password has at most ${MAX} characters.`);
  const plain = password.normalize("NFKC").toLowerCase();
  const core = plain.replace(/[^\p{L}\p{N}]/gu, "");
  if (COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(core.replace(/\d+$/, ""))) {
    refuse("This password is on every guesser's list. Choose one that is yours alone.");
  }
  if (new Set(plain).size < 5 || isRepeated(core) || followsKeyboard(core)) {
    refuse("This password repeats itself or follows the keyboard. Choose three or four words in a row.");
  }
  const own = [about.email, about.email.split("@")[0] ?? "", about.name].map((text) => text.toLowerCase());
  if (own.some((text) => text.length >= 4 && plain.replaceAll(text, "").length < 6)) {
    refuse("This password is your name or address. Choose one that others cannot know.");
  }
}

/** Judged by its letters and digits; a password that is mostly signs has too few of them to tell. */
function followsKeyboard(text: string): boolean {
  return text.length >= 8 && ROWS.some((row) => row.includes(text.slice(0, MIN)));
}

/** A short piece written several times: "abcabcabcabc". */
function isRepeated(text: string): boolean {
  for (let size = 1; size <= text.length / 3; size++) {
    if (text.length % size === 0 && text.slice(0, size).repeat(text.length / size) === text) return true;
  }
  return false;
}

function refuse(message: string): never {
  throw new AppError("INVALID", message, { field: "password" });
}
