// What a search found, to be narrowed down by type.
import { useState } from "preact/hooks";
import { useAsk } from "../ask";
import { capital, dateText, languageName, term, useSpeech, when } from "../language";
import { Loaded } from "../parts/common";
import { FoundLine } from "../parts/search-box";
import { useTitle } from "../parts/title";
import { type Parameters, page } from "../route";
import type { Found, FoundList } from "../types";

const MOST = "200";

export function Results(props: { given: Parameters }) {
  const { words, language } = useSpeech();
  const [kind, setKind] = useState<string | null>(null);
  const typed = props.given.q ?? "";
  const asked = useAsk<FoundList>("suggest", { q: typed, lang: language, limit: MOST });
  useTitle(`${words.search}: ${typed}`);
  return (
    <Loaded asked={asked}>
      {(answer) => (
        <>
          <h1 class="small" aria-live="polite">{words.found(answer.total, typed)}</h1>
          <Kinds kinds={answer.kinds} chosen={kind} onChoose={setKind} />
          <ul class="results">
            {answer.found.filter((each) => kind === null || each.kind === kind).map((each) => <Result key={each.iri} found={each} things={answer.things} />)}
          </ul>
        </>
      )}
    </Loaded>
  );
}

function Result(props: { found: Found; things: FoundList["things"] }) {
  const { words, language } = useSpeech();
  const { found } = props;
  const more = [
    found.events && words.eventCount(found.events),
    found.date && dateText(found.date, language, "short"),
    found.language && capital(languageName(found.language, language)),
    found.event && when(found.event, language, "short"),
    found.event && words.articleCount(found.event.sources.length),
  ].filter(Boolean);
  return (
    <li>
      <a href={page(found.iri)}>
        <FoundLine found={found} things={props.things} />
        <span class="quiet result-more">{more.join(" · ")}</span>
      </a>
    </li>
  );
}

function Kinds(props: { kinds: Record<string, number>; chosen: string | null; onChoose: (kind: string | null) => void }) {
  const spoken = useSpeech();
  const entries = Object.entries(props.kinds);
  if (entries.length < 2) return null;
  const chip = (kind: string | null, name: string, count?: number) => (
    <button type="button" class="chip" aria-pressed={props.chosen === kind} onClick={() => props.onChoose(kind)}>
      {name}{count !== undefined && <span class="quiet"> {count}</span>}
    </button>
  );
  return (
    <div class="chips" role="group" aria-label={spoken.words.types}>
      {chip(null, spoken.words.all)}
      {entries.map(([kind, count]) => chip(kind, kind ? capital(term(spoken, kind)) : spoken.words.sort.article, count))}
    </div>
  );
}
