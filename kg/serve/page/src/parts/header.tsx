// The header: name, search, the views, language and appearance.
import { useEffect, useState } from "preact/hooks";
import { useSpeech } from "../language";
import { type Parameters, address } from "../route";
import { languages } from "../words";
import { AppearanceChoice } from "./appearance";
import { SearchBox } from "./search-box";

const VIEWS = ["graph", "calendar", "articles", "editor", "about"] as const;

export function Header(props: { given: Parameters; language: string; onLanguage: (code: string) => void }) {
  const { words } = useSpeech();
  const [open, setOpen] = useState(false);
  const { given } = props;
  const home = !given.iri && !given.view && !given.q;
  useEffect(() => setOpen(false), [given]);
  return (
    <header class="header">
      <a class="brand" href="/" aria-label={`${words.title}: ${words.home}`} aria-current={home ? "page" : undefined}>
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <path d="M9 10 23 8M9 10l7 14M23 8l-7 16" />
          <circle cx="9" cy="10" r="5" /><circle cx="16" cy="24" r="4" /><circle cx="23" cy="8" r="4" class="other" />
        </svg>
        <span>{words.title}</span>
      </a>
      {!home && <SearchBox words={given.q} />}
      <button type="button" class="menu-button" aria-expanded={open} aria-controls="menu" onClick={() => setOpen(!open)}>
        <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M3 6h14M3 10h14M3 14h14" /></svg>
        <span class="unseen">{words.menu}</span>
      </button>
      <div id="menu" class={open ? "menu open" : "menu"}>
        <nav aria-label={words.menu}>
          {VIEWS.map((view) => (
            <a key={view} href={address({ view })} aria-current={given.view === view ? "page" : undefined}>{words[view]}</a>
          ))}
        </nav>
        <div class="choices">
          <select aria-label={words.languageChoice} value={props.language} onChange={(event) => props.onLanguage(event.currentTarget.value)}>
            {Object.entries(languages).map(([code, each]) => <option key={code} value={code} lang={code}>{each.language}</option>)}
          </select>
          <AppearanceChoice />
        </div>
      </div>
    </header>
  );
}
