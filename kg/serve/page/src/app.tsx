// The frame of all pages: header, the page that the address names, footer.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useAsk } from "./ask";
import { SpeechContext, speech } from "./language";
import { About } from "./pages/about";
import { Articles } from "./pages/articles";
import { CalendarPage } from "./pages/calendar";
import { Editor } from "./pages/editor";
import { GraphPage } from "./pages/graph";
import { Home } from "./pages/home";
import { Results } from "./pages/results";
import { Shown } from "./pages/shown";
import { Loaded } from "./parts/common";
import { Header } from "./parts/header";
import { type Parameters, followLinks, useParameters } from "./route";
import type { Vocabulary } from "./types";
import { choose, languages, preferred } from "./words";

export function App() {
  const [language, setLanguage] = useState(preferred);
  const asked = useAsk<Vocabulary>("vocabulary");
  const given = useParameters();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const bare = useMemo(() => speech(language, asked.answer ?? NO_VOCABULARY), [language, asked.answer]);
  const change = (code: string) => {
    choose(code);
    setLanguage(code);
  };
  return (
    <SpeechContext.Provider value={bare}>
      <div class="frame" onClick={followLinks}>
        <a class="skip" href="#main">{languages[language]!.skip}</a>
        <Header given={given} language={language} onLanguage={change} />
        <Main given={given}>{(main) => <Loaded asked={asked}>{() => <Page given={given} key={main} />}</Loaded>}</Main>
      </div>
    </SpeechContext.Provider>
  );
}

const NO_VOCABULARY: Vocabulary = {
  base: "", languages: [], namespaces: {}, classes: {}, events: {}, stances: {}, modalities: {}, roles: {}, relations: {},
};

/** The main part; on another page the focus goes to it, so that keys and screen readers follow. */
function Main(props: { given: Parameters; children: (key: string) => preact.ComponentChildren }) {
  const main = useRef<HTMLElement>(null);
  const key = props.given.iri ?? props.given.view ?? (props.given.q ? "results" : "home");
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [key]);
  return <main id="main" tabIndex={-1} ref={main} class={props.given.view === "graph" ? "wide" : ""}>{props.children(key)}</main>;
}

function Page(props: { given: Parameters }) {
  const { given } = props;
  if (given.view && given.view in VIEWS) {
    const View = VIEWS[given.view]!;
    return <View given={given} />;
  }
  if (given.iri) return <Shown iri={given.iri} />;
  if (given.q) return <Results given={given} />;
  return <Home />;
}

const VIEWS: Record<string, (props: { given: Parameters }) => preact.JSX.Element> = {
  graph: GraphPage,
  calendar: CalendarPage,
  articles: Articles,
  editor: Editor,
  about: About,
};
