// The sentences that something is read from, with the mention marked and the article named.
import { useAsk } from "../ask";
import { dateText, useSpeech } from "../language";
import { page } from "../route";
import type { EvidenceList, Quotation, Source } from "../types";
import { LanguageTag, Loaded, sourceName } from "./common";

export function Quote(props: { quotation: Quotation; source?: Source }) {
  const { language } = useSpeech();
  const { quotation, source } = props;
  const place = `${quotation.source}#char=${quotation.begin},${quotation.end}`;
  return (
    <figure class="quote">
      <blockquote lang={quotation.language}>
        {quotation.pieces.map(([text, marked], place) => (marked ? <mark key={place}>{text}</mark> : text))}
      </blockquote>
      <figcaption>
        <LanguageTag code={quotation.language} />
        <a href={page(place)}>{sourceName(source, quotation.source)}</a>
        {source?.publisher && <span>{source.publisher}</span>}
        {source?.date && <time dateTime={source.date}>{dateText(source.date, language, "short")}</time>}
      </figcaption>
    </figure>
  );
}

/** A sentence whose article is only named. */
export function PlainQuote(props: { article: string; sentence: string }) {
  return (
    <figure class="quote">
      <blockquote>{props.sentence}</blockquote>
      <figcaption>{props.article}</figcaption>
    </figure>
  );
}

export function Quotes(props: { quotations: Quotation[]; sources: Record<string, Source> }) {
  return (
    <div class="quotes">
      {props.quotations.map((each) => (
        <Quote key={`${each.source}#${each.begin}`} quotation={each} source={props.sources[each.source]} />
      ))}
    </div>
  );
}

/** The sentences of an event, asked for when they are opened. */
export function AskedQuotes(props: { iri: string }) {
  const asked = useAsk<EvidenceList>("evidence", { iri: props.iri });
  return <Loaded asked={asked}>{(answer) => <Quotes quotations={answer.evidence} sources={answer.sources} />}</Loaded>;
}
