// What is the same on all pages: the language, the ontology's words, and how things, days and events are named.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Happening, Labelled, Thing, Vocabulary } from "./types";
import { languages, type Words } from "./words";

export interface Speech {
  language: string;
  words: Words;
  vocabulary: Vocabulary;
}

export const SpeechContext = createContext<Speech>(null as unknown as Speech);

export const useSpeech = () => useContext(SpeechContext);

export function speech(language: string, vocabulary: Vocabulary): Speech {
  return { language, words: languages[language]!, vocabulary };
}

export function labelled(found: Labelled | undefined, language: string, otherwise: string): string {
  return found?.labels[language] ?? found?.labels.en ?? otherwise;
}

export function nameOf(thing: Pick<Thing, "names" | "label"> | undefined, language: string, iri = ""): string {
  return thing?.names[language] ?? thing?.label ?? plain(iri.split("/").pop() ?? iri);
}

/** The last part of an IRI without percent-encoding, where that is sound. */
function plain(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** An event class, an entity class or a relation in the language of the interface. */
export function term({ language, vocabulary }: Speech, name: string): string {
  const { classes, events, relations, modalities, roles, stances } = vocabulary;
  const found = events[name] ?? classes[name] ?? relations[name] ?? modalities[name] ?? roles[name] ?? stances[name];
  return labelled(found, language, name);
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

export function languageName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The language as it is written where the browser is: "en-GB" for "en". */
const regional = (language: string) => navigator.languages.find((each) => each.split("-")[0] === language) ?? language;

/** A day, month, year or range of days as people write it. */
export function dateText(date: string, language: string, style: "long" | "short" = "long"): string {
  const [first, last] = date.split("/", 2);
  if (last) return `${dateText(first!, language, style)} – ${dateText(last, language, style)}`;
  const parts = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?/.exec(date);
  if (!parts) return date;
  const day = new Date(Date.UTC(+parts[1]!, parts[2] ? +parts[2] - 1 : 0, parts[3] ? +parts[3] : 1));
  const month = style === "long" ? "long" : "short";
  const format: Intl.DateTimeFormatOptions = { year: "numeric", timeZone: "UTC" };
  if (parts[2]) format.month = month;
  if (parts[3]) format.day = "numeric";
  return new Intl.DateTimeFormat(regional(language), format).format(day);
}

export function when(event: Pick<Happening, "date" | "first" | "last">, language: string, style: "long" | "short" = "long"): string {
  if (!event.date) return "";
  const exact = /^\d{4}(-\d\d)?(-\d\d)?$/.test(event.date) && (event.first === event.last || event.date.length < 10);
  if (exact || !event.last || event.first === event.last) return dateText(event.date, language, style);
  return dateText(`${event.first}/${event.last}`, language, style);
}

export function number(value: number, language: string): string {
  return new Intl.NumberFormat(regional(language)).format(value);
}

export function share(value: number, language: string): string {
  return new Intl.NumberFormat(regional(language), { style: "percent" }).format(value);
}

/** The agents and recipients of an event, and whether they are sides of equal standing. */
export function sides(event: Happening, { vocabulary }: Speech): { one: string[]; other: string[]; equal: boolean } {
  const one = event.roles.agent ?? [];
  const other = event.roles.recipient ?? [];
  return { one, other, equal: Boolean(vocabulary.events[event.kind]?.equal) };
}

/** A name for an event: the ontology's sentence in English; in other languages its class and sides. */
export function title(event: Happening, things: Record<string, Thing>, spoken: Speech): string {
  const bare = event.caption.replace(/^(Planned|Possible|Denied): /, "");
  if (spoken.language === "en" && bare) return bare;
  const named = (iris: string[]) => iris.map((iri) => nameOf(things[iri], spoken.language, iri)).join(", ");
  const { one, other, equal } = sides(event, spoken);
  const who = equal
    ? [...new Set([...one, ...other])].map((iri) => named([iri])).join(" ↔ ")
    : [named(one), named(other)].filter(Boolean).join(" → ");
  return [capital(term(spoken, event.kind)), who].filter(Boolean).join(spoken.words.colon);
}
