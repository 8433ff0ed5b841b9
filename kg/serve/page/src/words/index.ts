// The language of the interface: the one chosen, else the browser's first that we have, else English.
import { de } from "./de";
import { en, type Words } from "./en";
import { fr } from "./fr";

export type { Words };

export const languages: Record<string, Words> = { de, en, fr };

const KEPT = "kg.language";

export function preferred(): string {
  const kept = remembered(KEPT);
  const wanted = [kept ?? "", ...navigator.languages].map((each) => each.slice(0, 2).toLowerCase());
  return wanted.find((each) => each in languages) ?? "en";
}

export function choose(language: string): void {
  remember(KEPT, language);
}

/** Storage may be switched off; then nothing is remembered. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Nothing to do: the choice holds until the page is left.
  }
}
