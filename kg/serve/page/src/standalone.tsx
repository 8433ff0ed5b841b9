// The page that `kg export` writes: the graph view alone, with its data in it.
import { render } from "preact";
import { useMemo, useState } from "preact/hooks";
import { Explorer } from "./graph/explorer";
import { SpeechContext, capital, dateText, nameOf, speech, term, useSpeech } from "./language";
import { AppearanceChoice, applyAppearance } from "./parts/appearance";
import { Dot } from "./parts/common";
import { PlainQuote } from "./parts/quotations";
import { type Exported, pictured } from "./standalone/data";
import { languages, preferred } from "./words";
import type { Picture, PictureEvent, Vocabulary } from "./types";

const data = JSON.parse(document.getElementById("data")!.textContent!) as Exported;

const EMPTY: Vocabulary = {
  base: "", languages: [], namespaces: {}, classes: {}, events: {}, stances: {}, modalities: {}, roles: {}, relations: {},
};

function Standalone() {
  const [language, setLanguage] = useState(preferred);
  const { picture, vocabulary } = useMemo(() => pictured(data), []);
  const spoken = useMemo(() => speech(language, { ...EMPTY, ...vocabulary }), [language, vocabulary]);
  const [chosen, setChosen] = useState<string | null>(null);
  const { words } = spoken;
  document.documentElement.lang = language;
  return (
    <SpeechContext.Provider value={spoken}>
      <div class="frame">
        <header class="header">
          <h1 class="brand">{words.title}</h1>
          <span class="quiet">{words.entityCount(picture.nodes.length)} · {words.eventCount(picture.events.length)}</span>
          <div class="choices">
            <select aria-label={words.languageChoice} value={language} onChange={(event) => setLanguage(event.currentTarget.value)}>
              {Object.entries(languages).map(([code, each]) => <option key={code} value={code} lang={code}>{each.language}</option>)}
            </select>
            <AppearanceChoice />
          </div>
        </header>
        <main class="wide">
          <Explorer
            picture={picture}
            onOpen={setChosen}
            event={(event) => <Told event={event} />}
            over={chosen && <NodePanel picture={picture} iri={chosen} onClose={() => setChosen(null)} />}
          />
        </main>
      </div>
    </SpeechContext.Provider>
  );
}

/** An event with the sentences that tell of it. */
function Told(props: { event: PictureEvent }) {
  const { language } = useSpeech();
  const { label, date, quotes } = data.events[props.event.iri]!;
  return (
    <section class="told">
      <p>{date && <time class="quiet" dateTime={date}>{dateText(date, language, "short")} </time>}<strong>{label}</strong></p>
      <div class="quotes">{quotes.map(([article, sentence]) => <PlainQuote key={article + sentence} article={article} sentence={sentence} />)}</div>
    </section>
  );
}

/** What is told of a node: its relations and events. */
function NodePanel(props: { picture: Picture; iri: string; onClose: () => void }) {
  const spoken = useSpeech();
  const { words, language } = spoken;
  const { picture } = props;
  const number = picture.nodes.findIndex((node) => node.iri === props.iri);
  const node = picture.nodes[number]!;
  const ties = picture.ties.filter(([from, to]) => from === number || to === number);
  const events = [...new Set(ties.map(([, , , event]) => event).filter((event) => event >= 0))].map((event) => picture.events[event]!);
  const lasting = ties.filter(([, , , event]) => event < 0);
  const name = (each: number) => nameOf(picture.nodes[each], language);
  const others = [...new Set(Object.values(node.names))].filter((each) => each && each !== node.label);
  return (
    <section class="edge-panel node-panel" aria-label={nameOf(node, language)} aria-live="polite">
      <button type="button" class="close" aria-label={words.close} onClick={props.onClose}>×</button>
      <h2>{nameOf(node, language)}</h2>
      <p class="quiet"><Dot kind={node.kind} />{capital(term(spoken, node.kind))}{others.length > 0 && ` · ${others.join(" · ")}`}</p>
      {lasting.length > 0 && <ul class="lasting">{lasting.map(([from, to, label]) => <li key={`${from} ${to} ${label}`}>{name(from)} — {label} — {name(to)}</li>)}</ul>}
      {events.sort((one, other) => (one.first < other.first ? 1 : -1)).map((event) => <Told key={event.iri} event={event} />)}
    </section>
  );
}

applyAppearance();
render(<Standalone />, document.getElementById("app")!);
