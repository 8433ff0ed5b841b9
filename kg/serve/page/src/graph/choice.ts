// What of a picture is shown: the filters of the graph view, and the edges that pass them.
import type { Picture, PictureEvent, Vocabulary } from "../types";

export interface Choice {
  /** Classes of entities and stances that are switched off. */
  off: ReadonlySet<string>;
  from: string;
  to: string;
  /** The number of an article, or -1 for all. */
  source: number;
  confidence: number;
}

export const EVERYTHING: Choice = { off: new Set(), from: "", to: "", source: -1, confidence: 0 };

export interface Edge {
  source: number;
  target: number;
  stance: string;
  directed: boolean;
  /** Names of the relations, with how often each. */
  names: Map<string, number>;
  events: PictureEvent[];
  weight: number;
}

export function passes(event: PictureEvent, choice: Choice): boolean {
  if (event.confidence < choice.confidence) return false;
  if (choice.from && (!event.last || event.last < choice.from)) return false;
  if (choice.to && (!event.first || event.first > choice.to)) return false;
  return choice.source < 0 || event.sources.includes(choice.source);
}

/** One edge for each pair and stance: cooperation and conflict between the same two stay apart. */
export function edges(picture: Picture, choice: Choice, vocabulary: Vocabulary): Edge[] {
  const found = new Map<string, Edge>();
  const lastingToo = choice.source < 0 && !choice.from && !choice.to;
  const passing = picture.events.map((event) => passes(event, choice));
  for (const [from, to, name, number] of picture.ties) {
    const event = picture.events[number];
    if (event ? !passing[number] : !lastingToo) continue;
    const type = event && vocabulary.events[event.kind];
    const stance = type?.stance ?? "neutral";
    if (choice.off.has(stance) || choice.off.has(picture.nodes[from]!.kind) || choice.off.has(picture.nodes[to]!.kind)) continue;
    const directed = !type?.equal;
    const [source, target] = directed || from < to ? [from, to] : [to, from];
    const key = `${source} ${target} ${stance} ${directed}`;
    const edge: Edge = found.get(key) ?? { source, target, stance, directed, names: new Map(), events: [], weight: 0 };
    edge.names.set(name, (edge.names.get(name) ?? 0) + 1);
    if (event) edge.events.push(event);
    edge.weight += 1;
    found.set(key, edge);
  }
  return [...found.values()];
}

/** How many events began on which day, whatever is chosen. */
export function days(picture: Picture, vocabulary: Vocabulary): [string, string, number][] {
  const found = new Map<string, number>();
  for (const event of picture.events) {
    const key = `${event.first} ${vocabulary.events[event.kind]?.stance ?? "neutral"}`;
    if (event.first) found.set(key, (found.get(key) ?? 0) + 1);
  }
  return [...found].sort().map(([key, count]) => [...(key.split(" ") as [string, string]), count]);
}
