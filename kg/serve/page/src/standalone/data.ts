// What `kg export` puts into its page, and the same as the graph view takes it.
import type { Picture, PictureEvent, Vocabulary } from "../types";

export interface Exported {
  nodes: { id: string; label: string; kind: string; x: number; y: number; names: string; wikidata: string }[];
  edges: { from: number; to: number; label: string; stance: string; first: string; last: string; events: string[] }[];
  events: Record<string, { label: string; date: string; quotes: [article: string, sentence: string][] }>;
  kinds: Record<string, { label: string; colour: string }>;
  stances: Record<string, { label: string; colour: string }>;
  symmetric?: string[];
}

const BETWEEN_NAMES = " | ";

/** The words of a property's name: "metWith" as it stands on an edge, "met with". */
const words = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** The first and last day that a date may mean. */
export function span(date: string): [first: string, last: string] {
  const [from = "", to = from] = date.split("/");
  const padded = (each: string, rest: string) => (/^\d{4}/.test(each) ? each + rest.slice(each.length) : "");
  return [padded(from, "0000-01-01"), padded(to, "0000-12-31")];
}

/** Only the class of an event decides how its edges look: here the stance, and whether it has a direction. */
const kind = (stance: string, equal: boolean) => `${stance}${equal ? " equal" : ""}`;

export function pictured(data: Exported): { picture: Picture; vocabulary: Partial<Vocabulary> } {
  const equal = new Set((data.symmetric ?? []).map(words));
  const articles = [...new Set(Object.values(data.events).flatMap((event) => event.quotes.map(([article]) => article)))].sort();
  const numbers = new Map<string, number>();
  const events: PictureEvent[] = [];
  const ties: Picture["ties"] = [];
  for (const edge of data.edges) {
    const known = edge.events.filter((iri) => data.events[iri]);
    if (!known.length) ties.push([edge.from, edge.to, edge.label, -1]);
    for (const iri of known) {
      if (!numbers.has(iri)) {
        numbers.set(iri, events.length);
        events.push(told(iri, data, kind(edge.stance, equal.has(edge.label)), articles));
      }
      ties.push([edge.from, edge.to, edge.label, numbers.get(iri)!]);
    }
  }
  const nodes = data.nodes.map(({ id, label, kind, x, y, names }) => ({
    iri: id, label, kind, x, y, names: Object.fromEntries(Object.entries(names.split(BETWEEN_NAMES))),
  }));
  const sources = articles.map((article) => ({ iri: article, identifier: article, language: "", headline: "", date: "", publisher: "", url: "" }));
  return { picture: { nodes, events, sources, ties, total: nodes.length }, vocabulary: vocabulary(data) };
}

function told(iri: string, data: Exported, kind: string, articles: string[]): PictureEvent {
  const { label, date, quotes } = data.events[iri]!;
  const [first, last] = span(date);
  const sources = quotes.map(([article]) => articles.indexOf(article));
  return { iri, kind, caption: label, modality: "", confidence: 1, first, last, sources };
}

function vocabulary(data: Exported): Partial<Vocabulary> {
  const stances = Object.entries(data.stances);
  const type = (stance: string, equal: boolean) => ({ labels: {}, category: "", stance, equal, direct: "" });
  return {
    classes: Object.fromEntries(Object.entries(data.kinds).map(([name, { label, colour }]) => [name, { labels: { en: label }, colour, parents: [] }])),
    events: Object.fromEntries(stances.flatMap(([name]) => [true, false].map((equal) => [kind(name, equal), type(name, equal)]))),
    stances: Object.fromEntries(stances.map(([name, { label, colour }]) => [name, { labels: { en: label }, colour }])),
  };
}
