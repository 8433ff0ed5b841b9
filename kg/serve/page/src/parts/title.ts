import { useEffect } from "preact/hooks";
import { useSpeech } from "../language";

/** The title of the browser's window. */
export function useTitle(title: string): void {
  const { words } = useSpeech();
  useEffect(() => {
    document.title = title ? `${title} · ${words.title}` : words.title;
  }, [title, words]);
}
