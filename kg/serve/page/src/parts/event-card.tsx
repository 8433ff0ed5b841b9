// One event in a list: when, what, who, where; its sentences open below it.
import { useId, useState } from "preact/hooks";
import { capital, sides, term, useSpeech, when } from "../language";
import { page } from "../route";
import type { Described, Happening } from "../types";
import { ThingList } from "./common";
import { AskedQuotes } from "./quotations";

export function stanceClass(stance: string | undefined): string {
  return `stance-${stance ?? "neutral"}`;
}

export function Sides(props: { event: Happening; things: Described["things"] }) {
  const spoken = useSpeech();
  const { one, other, equal } = sides(props.event, spoken);
  const every = equal ? [...new Set([...one, ...other])] : [];
  if (equal && every.length > 1) {
    return (
      <span class="sides">
        {every.map((iri, place) => (
          <span key={iri}>
            {place > 0 && <span class="arrow" aria-hidden="true"> ↔ </span>}
            <ThingList iris={[iri]} things={props.things} />
          </span>
        ))}
      </span>
    );
  }
  return (
    <span class="sides">
      <ThingList iris={one} things={props.things} />
      {other.length > 0 && <span class="arrow"> → </span>}
      <ThingList iris={other} things={props.things} />
    </span>
  );
}

export function ModalityTag(props: { modality: string }) {
  const spoken = useSpeech();
  const first = Object.keys(spoken.vocabulary.modalities)[0];
  if (props.modality === first) return null;
  return <span class={`tag modality-${props.modality.toLowerCase()}`}>{term(spoken, props.modality)}</span>;
}

export function EventCard(props: { event: Happening; described: Described; level?: 3 | 4 }) {
  const spoken = useSpeech();
  const { words, language, vocabulary } = spoken;
  const { event, described } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  const codes = [...new Set(event.sources.map((iri) => described.sources[iri]?.language ?? ""))].filter(Boolean).sort();
  const day = when(event, language, "short");
  return (
    <article class={`event ${stanceClass(vocabulary.events[event.kind]?.stance)}`}>
      <div class="event-when">{day ? <time dateTime={event.date}>{day}</time> : <span class="quiet">{words.noDate}</span>}</div>
      <div class="event-what">
        <p class="event-head">
          <a class="event-kind" href={page(event.iri)}>{capital(term(spoken, event.kind))}</a>
          <ModalityTag modality={event.modality} />
        </p>
        <p class="event-who"><Sides event={event} things={described.things} /></p>
        <p class="event-more">
          {event.roles.place && <span><span class="label">{words.where}</span> <ThingList iris={event.roles.place} things={described.things} /></span>}
          {event.roles.topic && <span><span class="label">{words.aboutWhat}</span> <ThingList iris={event.roles.topic} things={described.things} /></span>}
          {event.roles.attributedTo && (
            <span><span class="label">{words.accordingTo}</span> <ThingList iris={event.roles.attributedTo} things={described.things} /></span>
          )}
        </p>
        <button type="button" class="disclose" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <span class="chevron" aria-hidden="true" />
          {open ? words.hideSentences : words.showSentences}
          <span class="quiet"> · {words.articleCount(event.sources.length)}{codes.length > 0 && ` · ${codes.join(" ")}`}</span>
        </button>
        <div id={id} hidden={!open}>{open && <AskedQuotes iri={event.iri} />}</div>
      </div>
    </article>
  );
}

/** What several answers describe. */
export function together(answers: Described[]): Described {
  return {
    things: Object.assign({}, ...answers.map((each) => each.things)),
    sources: Object.assign({}, ...answers.map((each) => each.sources)),
  };
}

export function EventCards(props: { events: Happening[]; described: Described }) {
  const { words } = useSpeech();
  if (!props.events.length) return <p class="quiet">{words.nothing}</p>;
  return <div class="events">{props.events.map((event) => <EventCard key={event.iri} event={event} described={props.described} />)}</div>;
}
