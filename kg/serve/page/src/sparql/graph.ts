// Results as a graph: triples, or the first two columns with IRIs and what stands between or after them.
import { Canvas } from "../graph/canvas";
import type { Edge } from "../graph/choice";
import type { Speech } from "../language";
import { go, page } from "../route";
import type { Picture } from "../types";
import { type Row, type Term, type Yasr, icon, rows } from "./results";

const MOST = 2000;
const LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

export interface Triple {
  subject: string;
  name: string;
  object: string;
}

const isNode = (term: Term | undefined) => term !== undefined && (term.type === "uri" || term.type === "bnode");

/** The links in a table, and the names and classes it gives; none where there is nothing to link. */
export function links(variables: string[], found: Row[]): { triples: Triple[]; names: Map<string, string>; kinds: Map<string, string> } {
  const names = new Map<string, string>();
  const kinds = new Map<string, string>();
  const triples: Triple[] = [];
  const triple = ["subject", "predicate", "object"].every((name) => variables.includes(name));
  const [one, other] = triple ? ["subject", "object"] : variables.filter((name) => found.some((row) => isNode(row[name])));
  if (!one || !other) return { triples, names, kinds };
  for (const row of found) {
    const name = triple ? row.predicate!.value : (variables.filter((each) => each !== one && each !== other).map((each) => row[each]?.value).find(Boolean) ?? "");
    if (triple && name === LABEL) names.set(row[one]!.value, row[other]!.value);
    else if (triple && name === TYPE) kinds.set(row[one]!.value, local(row[other]!.value));
    else if (isNode(row[one]) && isNode(row[other])) triples.push({ subject: row[one]!.value, name: local(name), object: row[other]!.value });
  }
  return { triples: triples.slice(0, MOST * 3), names, kinds };
}

const local = (iri: string) => decodeURIComponent(iri.split(/[#/]/).pop() || iri);

export function graphPlugin(spoken: Speech) {
  return class {
    priority = 7;
    label = spoken.words.graph;
    private canvas: Canvas | null = null;
    constructor(private readonly yasr: Yasr) {}

    canHandleResults(): boolean {
      const { variables, rows: found } = rows(this.yasr);
      return links(variables, found).triples.length > 0;
    }

    draw(): void {
      this.destroy();
      const { variables, rows: found } = rows(this.yasr);
      const box = Object.assign(document.createElement("div"), { className: "canvas result-graph" });
      this.yasr.resultsEl.append(box);
      const { picture, edges } = pictured(links(variables, found));
      const look = {
        colours: picture.nodes.map((node) => spoken.vocabulary.classes[node.kind]?.colour ?? "#5b8a8a"),
        labels: picture.nodes.map((node) => node.label),
        named: (edge: Edge) => [...edge.names.keys()].join(", "),
      };
      const nothing = () => undefined;
      try {
        this.canvas = new Canvas(box, picture, edges, look, { onNode: (node) => go(page(picture.nodes[node]!.iri)), onEdge: nothing, onHover: nothing });
      } catch {
        box.textContent = spoken.words.noGraphics;
      }
    }

    destroy(): void {
      this.canvas?.close();
      this.canvas = null;
    }

    getIcon(): Element {
      return icon("M5 6a2 2 0 1 0 .1 0M15 5a2 2 0 1 0 .1 0M10 15a2 2 0 1 0 .1 0M7 8h6M6 10l3 5M14 9l-3 6");
    }
  };
}

function pictured(found: ReturnType<typeof links>): { picture: Picture; edges: Edge[] } {
  const iris = [...new Set(found.triples.flatMap(({ subject, object }) => [subject, object]))].slice(0, MOST);
  const place = new Map(iris.map((iri, at) => [iri, at]));
  const edges = new Map<string, Edge>();
  for (const { subject, name, object } of found.triples) {
    const source = place.get(subject);
    const target = place.get(object);
    if (source === undefined || target === undefined || source === target) continue;
    const key = `${source} ${target}`;
    const edge: Edge = edges.get(key) ?? { source, target, stance: "neutral", directed: true, names: new Map(), events: [], weight: 0 };
    edge.names.set(name, (edge.names.get(name) ?? 0) + 1);
    edge.weight += 1;
    edges.set(key, edge);
  }
  const nodes = iris.map((iri) => ({ iri, kind: found.kinds.get(iri) ?? "", label: found.names.get(iri) ?? local(iri), names: {} }));
  return { picture: { nodes, events: [], sources: [], ties: [], total: iris.length }, edges: [...edges.values()] };
}
