// The start page: search, what there is, who is in the news, what is told most widely.
import { useAsk } from "../ask";
import { capital, languageName, nameOf, number, share, term, useSpeech } from "../language";
import { Dot, Loaded, Section } from "../parts/common";
import { Legend } from "../parts/charts";
import { EventCards } from "../parts/event-card";
import { SearchBox } from "../parts/search-box";
import { useTitle } from "../parts/title";
import { address, page } from "../route";
import type { Overview } from "../types";

export function Home() {
  const { words } = useSpeech();
  const asked = useAsk<Overview>("overview");
  useTitle("");
  return (
    <div class="home">
      <div class="hero">
        <h1>{words.title}</h1>
        <p>{words.tagline}</p>
        <SearchBox large />
      </div>
      <Loaded asked={asked}>{(overview) => (overview.numbers.articles ? <Glance overview={overview} /> : <p class="notice">{words.empty} <code>kg build …</code></p>)}</Loaded>
    </div>
  );
}

function Glance(props: { overview: Overview }) {
  const spoken = useSpeech();
  const { words, language } = spoken;
  const { overview } = props;
  const most = overview.active[0]?.events ?? 1;
  return (
    <>
      <dl class="numbers" aria-label={words.overview}>
        {(["articles", "entities", "events", "shared"] as const).map((name) => (
          <div key={name}>
            <dd>{number(overview.numbers[name], language)}</dd>
            <dt>{words.numbers[name]}</dt>
          </div>
        ))}
      </dl>
      <LanguageShares languages={overview.languages} />
      <div class="columns">
        <Section title={words.mostActive} id="active" aside={<a href={address({ view: "graph" })}>{words.graph}</a>}>
          <ol class="ranking">
            {overview.active.map(({ iri, events }) => {
              const thing = overview.things[iri]!;
              return (
                <li key={iri}>
                  <a href={page(iri)} title={capital(term(spoken, thing.kind))}>
                    <Dot kind={thing.kind} />
                    <bdi class="ranking-name">{nameOf(thing, language)}</bdi>
                    <span class="ranking-bar" style={{ "--share": events / most }} aria-hidden="true" />
                    <span class="quiet">{words.eventCount(events)}</span>
                  </a>
                </li>
              );
            })}
          </ol>
        </Section>
        <Section title={words.mostTold} id="told" aside={<a href={address({ view: "calendar" })}>{words.allEvents}</a>}>
          <EventCards events={overview.events} described={overview} />
          <Legend />
        </Section>
      </div>
    </>
  );
}

function LanguageShares(props: { languages: Record<string, number> }) {
  const { language } = useSpeech();
  const entries = Object.entries(props.languages).sort((one, other) => other[1] - one[1]);
  const total = entries.reduce((sum, [, count]) => sum + count, 0);
  return (
    <p class="shares">
      {entries.map(([code, count]) => <span key={code}>{languageName(code, language)} <span class="quiet">{share(count / total, language)}</span></span>)}
    </p>
  );
}
