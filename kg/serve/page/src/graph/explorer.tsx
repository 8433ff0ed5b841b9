// The graph view: the drawing with its filters, search, what is behind an edge, and the same as a table.
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { capital, nameOf, number, share, term, useSpeech } from "../language";
import { APPEARANCE_CHANGED } from "../parts/appearance";
import { Dot, sourceName } from "../parts/common";
import { STANCES } from "../parts/charts";
import type { Picture, PictureEvent } from "../types";
import { Canvas } from "./canvas";
import { type Choice, type Edge, EVERYTHING, days, edges } from "./choice";
import { PeriodSlider } from "./period-slider";

export interface ExplorerProps {
  picture: Picture;
  /** What is done when a node is clicked. */
  onOpen: (iri: string) => void;
  href?: (iri: string) => string;
  /** How an event behind an edge is shown. */
  event: (event: PictureEvent) => ComponentChildren;
  /** Above the filters: what the picture is of. */
  head?: ComponentChildren;
  /** What lies over the drawing, if something does. */
  over?: ComponentChildren;
  /** Below the filters. */
  foot?: ComponentChildren;
  onChoice?: (choice: Choice) => void;
}

export function Explorer(props: ExplorerProps) {
  const spoken = useSpeech();
  const { picture } = props;
  const [choice, setChoice] = useState(EVERYTHING);
  const [edge, setEdge] = useState<Edge | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const settled = useSettled(choice);
  const shown = useMemo(() => edges(picture, settled, spoken.vocabulary), [picture, settled, spoken.vocabulary]);
  const off = useMemo(() => new Set(picture.nodes.flatMap((node, place) => (settled.off.has(node.kind) ? [place] : []))), [picture, settled.off]);
  const change = (part: Partial<Choice>) => {
    const next = { ...choice, ...part };
    setChoice(next);
    props.onChoice?.(next);
  };
  // Kept while the pointer moves over the drawing: there may be thousands of articles to choose from.
  const filters = useMemo(() => <Filters picture={picture} choice={choice} onChange={change} />, [picture, choice, spoken]);
  return (
    <div class="explorer">
      <aside class="panel" aria-label={spoken.words.filters}>
        {props.head}
        {filters}
        {props.foot}
      </aside>
      <div class="stage">
        <Drawing {...props} shown={shown} off={off} onEdge={setEdge} onHover={setHovered} />
        {hovered !== null && !edge && <Hovered picture={picture} shown={shown} node={hovered} />}
        {props.over}
        {edge && <EdgePanel picture={picture} edge={edge} event={props.event} onClose={() => setEdge(null)} />}
      </div>
      <GraphTable {...props} shown={shown} />
    </div>
  );
}

const LONGEST = 42;

/** A name as it is written in the drawing; whole it stands in the panel and on its page. */
const shortened = (name: string) => ([...name].length > LONGEST ? `${[...name].slice(0, LONGEST - 1).join("").trimEnd()}…` : name);

/** The value as of the last frame: of several changes within one only the last is worked out. */
function useSettled<Value>(value: Value): Value {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const frame = requestAnimationFrame(() => settle(value));
    return () => cancelAnimationFrame(frame);
  }, [value]);
  return settled;
}

function Drawing(props: ExplorerProps & { shown: Edge[]; off: ReadonlySet<number>; onEdge: (edge: Edge | null) => void; onHover: (node: number | null) => void }) {
  const spoken = useSpeech();
  const { words, language, vocabulary } = spoken;
  const { picture, shown } = props;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<Canvas | null>(null);
  const [failed, setFailed] = useState(false);
  const look = useMemo(
    () => ({
      colours: picture.nodes.map((node) => vocabulary.classes[node.kind]?.colour ?? "#888888"),
      labels: picture.nodes.map((node) => shortened(nameOf(node, language))),
      named: (edge: Edge) => [...edge.names.keys()].slice(0, 2).map((name) => term(spoken, name)).join(", "),
    }),
    [picture, spoken],
  );
  useEffect(() => {
    const handlers = { onNode: (node: number) => props.onOpen(picture.nodes[node]!.iri), onEdge: props.onEdge, onHover: props.onHover };
    try {
      canvas.current = new Canvas(box.current!, picture, shown, look, handlers);
    } catch (error) {
      console.error(error);
      setFailed(true);
      return;
    }
    const recolour = () => canvas.current?.recolour();
    const system = matchMedia("(prefers-color-scheme: dark)");
    system.addEventListener("change", recolour);
    addEventListener(APPEARANCE_CHANGED, recolour);
    return () => {
      system.removeEventListener("change", recolour);
      removeEventListener(APPEARANCE_CHANGED, recolour);
      canvas.current?.close();
      canvas.current = null;
    };
  }, [picture]);
  useEffect(() => canvas.current?.show(shown, props.off), [shown, props.off]);
  useEffect(() => canvas.current?.rename(look), [look]);
  const keys = (event: KeyboardEvent) => {
    const steps: Record<string, () => void> = {
      ArrowLeft: () => canvas.current?.pan(-0.1, 0), ArrowRight: () => canvas.current?.pan(0.1, 0),
      ArrowUp: () => canvas.current?.pan(0, 0.1), ArrowDown: () => canvas.current?.pan(0, -0.1),
      "+": () => canvas.current?.zoom(1.4), "-": () => canvas.current?.zoom(1 / 1.4), "0": () => canvas.current?.whole(),
    };
    if (!steps[event.key]) return;
    event.preventDefault();
    steps[event.key]!();
  };
  if (failed) return <p class="notice" role="alert">{words.noGraphics}</p>;
  return (
    <>
      <FindInGraph picture={picture} onFind={(node) => canvas.current?.find(node)} />
      <div class="canvas" ref={box} tabIndex={0} role="img" aria-label={`${words.graph}. ${words.graphHelp}`} onKeyDown={keys} data-nodes={picture.nodes.length} data-edges={shown.length} />
      <div class="zoom">
        <button type="button" aria-label={words.zoomIn} title={words.zoomIn} onClick={() => canvas.current?.zoom(1.5)}>+</button>
        <button type="button" aria-label={words.zoomOut} title={words.zoomOut} onClick={() => canvas.current?.zoom(1 / 1.5)}>−</button>
        <button type="button" aria-label={words.wholeView} title={words.wholeView} onClick={() => canvas.current?.whole()}>⤢</button>
      </div>
    </>
  );
}

function FindInGraph(props: { picture: Picture; onFind: (node: number | null) => void }) {
  const { words, language } = useSpeech();
  const find = (typed: string) => {
    const wanted = typed.trim().toLocaleLowerCase();
    const names = props.picture.nodes.map((node) => [nameOf(node, language), node.label, ...Object.values(node.names)].map((name) => name.toLocaleLowerCase()));
    const whole = names.findIndex((each) => each.includes(wanted));
    const begun = names.findIndex((each) => each.some((name) => name.startsWith(wanted)));
    const inside = names.findIndex((each) => each.some((name) => name.includes(wanted)));
    const found = [whole, begun, inside].find((each) => each >= 0);
    props.onFind(wanted && found !== undefined ? found : null);
  };
  return (
    <div class="find">
      <input type="search" class="field" list="graph-names" placeholder={words.findInGraph} aria-label={words.findInGraph} onInput={(event) => find(event.currentTarget.value)} />
      <datalist id="graph-names">{props.picture.nodes.slice(0, 500).map((node) => <option key={node.iri} value={nameOf(node, language)} />)}</datalist>
    </div>
  );
}

function Filters(props: { picture: Picture; choice: Choice; onChange: (part: Partial<Choice>) => void }) {
  const spoken = useSpeech();
  const { words, language, vocabulary } = spoken;
  const { picture, choice, onChange } = props;
  const kinds = useMemo(() => counted(picture), [picture]);
  const time = useMemo(() => days(picture, vocabulary), [picture, vocabulary]);
  const toggle = (name: string) => {
    const off = new Set(choice.off);
    if (!off.delete(name)) off.add(name);
    onChange({ off });
  };
  const check = (name: string, mark: ComponentChildren, count?: number) => (
    <label class="check" key={name}>
      <input type="checkbox" checked={!choice.off.has(name)} onChange={() => toggle(name)} />
      {mark}<span>{capital(term(spoken, name))}</span>{count !== undefined && <span class="quiet">{number(count, language)}</span>}
    </label>
  );
  return (
    <div class="filters">
      <fieldset><legend>{words.types}</legend>{kinds.map(([kind, count]) => check(kind, <Dot kind={kind} />, count))}</fieldset>
      <fieldset><legend>{words.stance}</legend>{STANCES.map((stance) => check(stance, <span class={`swatch line back-${stance}`} aria-hidden="true" />))}</fieldset>
      {time.length > 1 && (
        <fieldset><legend>{words.period}</legend><PeriodSlider days={time} from={choice.from} to={choice.to} onChange={(from, to) => onChange({ from, to })} /></fieldset>
      )}
      {picture.sources.length > 1 && (
        <SourceChoice picture={picture} source={choice.source} onChange={(source) => onChange({ source })} />
      )}
      {picture.events.some((event) => event.confidence < 1) && <label class="stacked"><span>{words.leastConfidence} <output>{share(choice.confidence, language)}</output></span>
        <input type="range" min="0" max="1" step="0.05" value={choice.confidence} onInput={(event) => onChange({ confidence: Number(event.currentTarget.value) })} />
      </label>}
      {choice !== EVERYTHING && <button type="button" class="button quiet" onClick={() => onChange(EVERYTHING)}>{words.reset}</button>}
    </div>
  );
}

const MOST_OPTIONS = 100;

/** One article of all: from a list, or, where there are too many for one, by typing a part of its name. */
function SourceChoice(props: { picture: Picture; source: number; onChange: (source: number) => void }) {
  const { words } = useSpeech();
  const { sources } = props.picture;
  const names = useMemo(() => sources.map((source) => sourceName(source, source.iri)), [sources]);
  const [typed, setTyped] = useState("");
  useEffect(() => {
    if (props.source < 0) setTyped("");
  }, [props.source]);
  if (sources.length <= MOST_OPTIONS) {
    return (
      <label class="stacked"><span>{words.source}</span>
        <select value={props.source} onChange={(event) => props.onChange(Number(event.currentTarget.value))}>
          <option value={-1}>{words.all}</option>
          {names.map((name, place) => <option key={sources[place]!.iri} value={place}>{name}</option>)}
        </select>
      </label>
    );
  }
  const wanted = typed.trim().toLocaleLowerCase();
  const fitting = names.filter((name) => name.toLocaleLowerCase().includes(wanted)).slice(0, MOST_OPTIONS);
  const type = (text: string) => {
    setTyped(text);
    const place = names.indexOf(text);
    if (place !== props.source) props.onChange(place);
  };
  return (
    <label class="stacked"><span>{words.source}</span>
      <input type="search" class="field" list="graph-sources" placeholder={words.all} value={typed} onInput={(event) => type(event.currentTarget.value)} />
      <datalist id="graph-sources">{[...new Set(fitting)].map((name) => <option key={name} value={name} />)}</datalist>
    </label>
  );
}

function counted(picture: Picture): [string, number][] {
  const found = new Map<string, number>();
  for (const node of picture.nodes) found.set(node.kind, (found.get(node.kind) ?? 0) + 1);
  return [...found].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
}

function Hovered(props: { picture: Picture; shown: Edge[]; node: number }) {
  const spoken = useSpeech();
  const node = props.picture.nodes[props.node]!;
  const own = props.shown.filter((edge) => edge.source === props.node || edge.target === props.node);
  const events = new Set(own.flatMap((edge) => edge.events.map((event) => event.iri)));
  return (
    <div class="hovered" aria-hidden="true">
      <strong>{nameOf(node, spoken.language)}</strong>
      <span class="quiet"><Dot kind={node.kind} />{capital(term(spoken, node.kind))} · {spoken.words.eventCount(events.size)}</span>
    </div>
  );
}

function EdgePanel(props: { picture: Picture; edge: Edge; event: ExplorerProps["event"]; onClose: () => void }) {
  const spoken = useSpeech();
  const { words, language } = spoken;
  const { edge, picture } = props;
  const name = (node: number) => nameOf(picture.nodes[node], language);
  return (
    <section class={`edge-panel stance-${edge.stance}`} aria-label={words.edgeEvents} aria-live="polite">
      <button type="button" class="close" aria-label={words.close} onClick={props.onClose}>×</button>
      <h2>{name(edge.source)} {edge.directed ? "→" : "↔"} {name(edge.target)}</h2>
      <p class="quiet">{[...edge.names].map(([each, count]) => term(spoken, each) + (count > 1 ? ` ×${count}` : "")).join(" · ")}</p>
      {[...new Map(edge.events.map((event) => [event.iri, event])).values()].map((event) => <div key={event.iri}>{props.event(event)}</div>)}
    </section>
  );
}

function GraphTable(props: ExplorerProps & { shown: Edge[] }) {
  const spoken = useSpeech();
  const { words, language } = spoken;
  const { picture, shown } = props;
  const [open, setOpen] = useState(false);
  const name = (node: number) => <a href={props.href?.(picture.nodes[node]!.iri)}>{nameOf(picture.nodes[node], language)}</a>;
  return (
    <details class="graph-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.graphAsTable}</summary>
      {open && (
        <div class="scroll" tabIndex={0} role="region" aria-label={words.graphAsTable}>
          <table>
            <thead><tr><th scope="col">{words.partner}</th><th scope="col">{words.relation}</th><th scope="col">{words.partner}</th><th scope="col">{words.stance}</th><th scope="col" class="number">{words.times}</th></tr></thead>
            <tbody>
              {[...shown].sort((one, other) => other.weight - one.weight).slice(0, 1000).map((edge) => (
                <tr key={`${edge.source} ${edge.target} ${edge.stance} ${edge.directed}`}>
                  <th scope="row">{name(edge.source)}</th>
                  <td>{[...edge.names.keys()].map((each) => term(spoken, each)).join(", ")}</td>
                  <td>{name(edge.target)}</td>
                  <td>{edge.events.length ? term(spoken, edge.stance) : words.lasting}</td>
                  <td class="number">{edge.events.length || ""}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
