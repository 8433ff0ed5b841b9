// Small parts that all pages use.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { type Asked, Refused } from "../ask";
import { standingOut } from "../graph/colours";
import { capital, nameOf, term, useSpeech } from "../language";
import { page } from "../route";
import type { Source, Thing } from "../types";

/** What is being loaded: a note while it is, the answer, or why there is none. */
export function Loaded<Answer>(props: { asked: Asked<Answer>; children: (answer: Answer) => ComponentChildren }) {
  const { words } = useSpeech();
  const { answer, error, again } = props.asked;
  if (answer !== undefined) return <>{props.children(answer)}</>;
  if (!error) return <p class="loading" role="status"><span class="spinner" aria-hidden="true" />{words.loading}</p>;
  const missing = error instanceof Refused && error.status === 404;
  return (
    <div class="notice" role="alert">
      <p>{missing ? words.notFound : words.failed}</p>
      {!missing && <p class="quiet">{error.message}</p>}
      {!missing && <button type="button" class="button" onClick={again}>{words.again}</button>}
    </div>
  );
}

export function Dot(props: { kind: string }) {
  const { vocabulary } = useSpeech();
  const colour = vocabulary.classes[props.kind]?.colour;
  const shades = colour && { "--colour": colour, "--colour-in-the-dark": standingOut(colour, true) };
  return <span class="dot" style={shades} aria-hidden="true" />;
}

/** A thing by its name in the language of the interface. */
export function ThingLink(props: { iri: string; things: Record<string, Thing>; dot?: boolean }) {
  const spoken = useSpeech();
  const thing = props.things[props.iri];
  if (!thing) return <a href={page(props.iri)}>{nameOf(undefined, spoken.language, props.iri)}</a>;
  return (
    <a class="thing" href={page(props.iri)} title={thing.event ? thing.label : capital(term(spoken, thing.kind))}>
      {props.dot && !thing.event && <Dot kind={thing.kind} />}
      <bdi>{thing.event && spoken.language !== "en" ? capital(term(spoken, thing.kind)) : nameOf(thing, spoken.language)}</bdi>
    </a>
  );
}

export function ThingList(props: { iris: string[]; things: Record<string, Thing>; dot?: boolean }) {
  return (
    <>
      {props.iris.map((iri, place) => (
        <span key={iri}>
          {place > 0 && ", "}
          <ThingLink iri={iri} things={props.things} dot={props.dot} />
        </span>
      ))}
    </>
  );
}

export function KindTag(props: { kind: string }) {
  const spoken = useSpeech();
  return <span class="kind"><Dot kind={props.kind} />{capital(term(spoken, props.kind))}</span>;
}

export function LanguageTag(props: { code: string }) {
  return props.code ? <span class="code" title={props.code}>{props.code}</span> : null;
}

export function sourceName(source: Source | undefined, iri: string): string {
  return source?.headline || source?.identifier || iri.split("/").pop() || iri;
}

export function Section(props: { title: string; id?: string; aside?: ComponentChildren; children: ComponentChildren }) {
  return (
    <section class="section" aria-labelledby={props.id}>
      <div class="section-head">
        <h2 id={props.id}>{props.title}</h2>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}

/** What asks for the next part of a long list, as long as there is one. */
export function More(props: { shown: number; total: number; onMore: (offset: number) => void }) {
  const { words } = useSpeech();
  if (props.shown >= props.total) return null;
  return (
    <button type="button" class="button quiet" onClick={() => props.onMore(props.shown)}>
      {words.more} ({words.of(props.shown, props.total)})
    </button>
  );
}

/** A list of which the beginning is shown until more is asked for. */
export function Several<Item>(props: { items: Item[]; shown: number; children: (item: Item) => ComponentChildren }) {
  const { words } = useSpeech();
  const [all, setAll] = useState(false);
  const items = all ? props.items : props.items.slice(0, props.shown);
  return (
    <>
      {items.map(props.children)}
      {items.length < props.items.length && (
        <button type="button" class="button quiet" onClick={() => setAll(true)}>
          {words.more} ({props.items.length - items.length})
        </button>
      )}
    </>
  );
}
