// One article: its text with everything that was read in it marked, and what it gave.
import { useEffect } from "preact/hooks";
import { useAsk } from "../ask";
import { capital, dateText, languageName, nameOf, term, useSpeech } from "../language";
import { Actions } from "../parts/actions";
import { LanguageTag, Loaded, Section, sourceName } from "../parts/common";
import { EventCards, stanceClass } from "../parts/event-card";
import { useTitle } from "../parts/title";
import { page } from "../route";
import type { ArticlePage, Thing } from "../types";

export function ArticleView(props: { iri: string }) {
  const asked = useAsk<ArticlePage>("article", { iri: props.iri });
  return <Loaded asked={asked}>{(found) => <Shown found={found} />}</Loaded>;
}

function Shown(props: { found: ArticlePage }) {
  const { words, language } = useSpeech();
  const { article, events } = props.found;
  const name = sourceName(article, article.iri);
  useTitle(name);
  return (
    <div class="article-page">
      <header class="page-head">
        <span class="kind">{words.sort.article} <LanguageTag code={article.language} /></span>
        <h1 lang={article.language}>{name}</h1>
        <dl class="facts">
          {article.date && <div><dt>{words.when}</dt><dd>{dateText(article.date, language)}</dd></div>}
          {article.publisher && <div><dt>{words.publisher}</dt><dd>{article.publisher}</dd></div>}
          <div><dt>{words.source}</dt><dd>{/^https?:/.test(article.url) ? <a href={article.url} target="_blank" rel="noopener noreferrer">{article.identifier}</a> : article.identifier}</dd></div>
          <div><dt>{words.languageChoice}</dt><dd>{capital(languageName(article.language, language))}</dd></div>
        </dl>
        <Actions iri={article.iri} />
      </header>
      <div class="columns uneven">
        <Section title={words.textOfArticle} id="text" aside={<TextLegend />}><Text found={props.found} /></Section>
        <Section title={words.inThisArticle} id="given" aside={<span class="quiet">{words.eventCount(events.length)}</span>}>
          <EventCards events={events} described={props.found} />
        </Section>
      </div>
    </div>
  );
}

function TextLegend() {
  const { words } = useSpeech();
  return <span class="legend"><span class="read entity">{words.legendEntity}</span><span class="read happening">{words.legendEvent}</span></span>;
}

function Text(props: { found: ArticlePage }) {
  const { paragraphs, article } = props.found;
  const place = /^#char=(\d+),(\d+)$/.exec(location.hash);
  const begin = place ? +place[1]! : -1;
  const end = place ? +place[2]! : -1;
  useEffect(() => {
    document.querySelector(".text .here")?.scrollIntoView({ block: "center" });
  }, [article.iri]);
  return (
    <div class="text" lang={article.language}>
      {paragraphs.map((pieces, number) => (
        <p key={pieces[0]?.begin ?? number} class={number === 0 && article.headline ? "headline" : ""}>
          {pieces.map((piece) => (
            <Piece key={piece.begin} piece={piece} things={props.found.things} here={piece.begin >= begin && piece.begin < end} />
          ))}
        </p>
      ))}
    </div>
  );
}

function Piece(props: { piece: ArticlePage["paragraphs"][number][number]; things: Record<string, Thing>; here: boolean }) {
  const spoken = useSpeech();
  const { piece, things, here } = props;
  const about = piece.about.filter((iri) => things[iri]);
  const target = about[about.length - 1];
  const text = here ? <mark class="here">{piece.text}</mark> : piece.text;
  if (!target) return <>{text}</>;
  const thing = things[target]!;
  const meant = about.map((iri) => `${capital(term(spoken, things[iri]!.kind))}: ${nameOf(things[iri], spoken.language)}`).join("\n");
  const look = thing.event ? `happening ${stanceClass(spoken.vocabulary.events[thing.kind]?.stance)}` : "entity";
  return <a class={`read ${look}`} href={page(target)} title={meant}>{text}</a>;
}
