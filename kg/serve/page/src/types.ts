// What the service answers under /api.

export type Names = Record<string, string>;

export interface Thing {
  kind: string;
  label: string;
  names: Names;
  event?: boolean;
}

export interface Source {
  iri: string;
  identifier: string;
  language: string;
  headline: string;
  date: string;
  publisher: string;
  url: string;
}

export interface Happening {
  iri: string;
  kind: string;
  caption: string;
  modality: string;
  confidence: number;
  date: string;
  first: string;
  last: string;
  implied: boolean;
  roles: Record<string, string[]>;
  sources: string[];
}

/** Things and articles that an answer names, by IRI. */
export interface Described {
  things: Record<string, Thing>;
  sources: Record<string, Source>;
}

export interface Quotation {
  source: string;
  begin: number;
  end: number;
  language: string;
  /** The sentence in pieces, and whether each is a mention. */
  pieces: [text: string, marked: boolean][];
}

export interface Labelled {
  labels: Names;
}

export interface Vocabulary {
  base: string;
  languages: string[];
  namespaces: Names;
  classes: Record<string, Labelled & { colour: string; parents: string[] }>;
  events: Record<string, Labelled & { category: string; stance: string; equal: boolean; direct: string }>;
  stances: Record<string, Labelled & { colour: string }>;
  modalities: Record<string, Labelled>;
  roles: Record<string, Labelled>;
  relations: Record<string, Labelled>;
}

export interface EventList extends Described {
  total: number;
  events: Happening[];
}

export interface Overview extends Described {
  numbers: { articles: number; entities: number; events: number; shared: number };
  languages: Record<string, number>;
  active: { iri: string; events: number }[];
  stances: Record<string, number>;
  kinds: Record<string, number>;
  first: string;
  last: string;
  events: Happening[];
}

export interface Found {
  iri: string;
  sort: "entity" | "event" | "article";
  kind: string;
  label: string;
  name: string;
  names: Names;
  events?: number;
  date?: string;
  event?: Happening;
  language?: string;
}

export interface FoundList {
  total: number;
  kinds: Record<string, number>;
  found: Found[];
  things: Described["things"];
}

export interface Relation {
  name: string;
  outward: boolean;
  other: string;
  evidence: Quotation[];
}

export interface Partner {
  iri: string;
  total: number;
  stances: Record<string, number>;
  kinds: Record<string, number>;
}

export interface EntityPage extends EventList {
  iri: string;
  wikidata: string;
  names: { language: string; text: string }[];
  alternatives: { language: string; text: string }[];
  count: number | null;
  relations: Relation[];
  partners: Partner[];
  days: [day: string, stance: string, count: number][];
}

export interface EventPage extends Described {
  event: Happening;
  evidence: Quotation[];
  accounts: { source: string; said: Record<string, string[]> }[];
  differences: string[];
  events: Happening[];
}

export interface EvidenceList {
  total: number;
  evidence: Quotation[];
  sources: Record<string, Source>;
}

export interface Given {
  given: { events: number; entities: number; shared: number };
}

export interface ArticleList {
  total: number;
  articles: (Source & Given)[];
}

export interface ArticlePage extends Described {
  article: Source & Given;
  paragraphs: { text: string; begin: number; about: string[] }[][];
  events: Happening[];
}

export interface Calendar {
  days: [day: string, kind: string, count: number][];
  inexact: [date: string, count: number][];
  undated: number;
}

export interface PictureEvent {
  iri: string;
  kind: string;
  caption: string;
  modality: string;
  confidence: number;
  first: string;
  last: string;
  sources: number[];
  quotes?: { source: number; pieces: Quotation["pieces"] }[];
}

export interface Picture {
  /** `x` and `y` where the nodes have been laid out already. */
  nodes: (Thing & { iri: string; x?: number; y?: number })[];
  events: PictureEvent[];
  sources: Source[];
  ties: [source: number, target: number, name: string, event: number][];
  total: number;
}

export interface Question {
  name: string;
  titles: Names;
  descriptions: Names;
  sparql: string;
}

export interface Licence {
  name: string;
  version: string;
  licence: string;
  text: string;
}
