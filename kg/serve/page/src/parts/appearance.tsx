// Light or dark: as the system is, unless somebody chooses.
import { useState } from "preact/hooks";
import { useSpeech } from "../language";
import { remember, remembered } from "../words";

const KEPT = "kg.appearance";
const CHOICES = ["", "light", "dark"] as const;

export const APPEARANCE_CHANGED = "kg:appearance";

export function applyAppearance(choice = remembered(KEPT) ?? ""): void {
  if (choice) document.documentElement.dataset.appearance = choice;
  else delete document.documentElement.dataset.appearance;
  dispatchEvent(new Event(APPEARANCE_CHANGED));
}

export function AppearanceChoice() {
  const { words } = useSpeech();
  const [choice, setChoice] = useState(remembered(KEPT) ?? "");
  const names = { "": words.automatic, light: words.light, dark: words.dark };
  return (
    <select
      aria-label={words.appearance}
      value={choice}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        remember(KEPT, chosen || null);
        applyAppearance(chosen);
        setChoice(chosen);
      }}
    >
      {CHOICES.map((each) => <option key={each} value={each}>{names[each]}</option>)}
    </select>
  );
}
