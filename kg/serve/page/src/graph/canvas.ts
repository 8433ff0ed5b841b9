// The drawing: a sigma renderer over a graphology graph, with hover, drag, search and the colours of the page.
import EdgeCurveProgram, { EdgeCurvedArrowProgram } from "@sigma/edge-curve";
import { MultiGraph } from "graphology";
import Sigma from "sigma";
import { EdgeLineProgram } from "sigma/rendering";
import type { Picture } from "../types";
import type { Edge } from "./choice";
import { type Palette, mixed, palette, standingOut } from "./colours";
import { FONT, Labels, drawHover } from "./labels";
import { layOut, start } from "./layout";

const MANY = 1000;
/** The pixels of a drawing with room enough for nodes of full size. */
const AMPLE = 900 * 700;
const BENDS = [0.08, -0.16, 0.3, -0.36];

export interface Handlers {
  onNode: (node: number) => void;
  onEdge: (edge: Edge | null) => void;
  onHover: (node: number | null) => void;
}

interface Look {
  colours: string[];
  labels: string[];
  /** How the relations of an edge are called. */
  named: (edge: Edge) => string;
}

/** Draws one picture; to be closed when it is no longer shown. Throws where the browser has no WebGL. */
export class Canvas {
  private readonly graph = new MultiGraph();
  private readonly sigma: Sigma;
  private colours: Palette = palette();
  private stop: () => void = () => undefined;
  private hovered: string | null = null;
  private picked: string | null = null;
  private pickedEdge: string | null = null;
  private near = new Set<string>();
  private readonly labels = new Labels();
  private off: ReadonlySet<number> = new Set();
  /** Nodes that have edges when nothing is left out. */
  private tied = new Set<string>();
  private dragged: string | null = null;
  private moved = false;
  /** Whether there are so many edges that they are drawn simply. */
  private readonly many: boolean;
  /** Edge colours where nothing stands out, by stance and whether events are behind them. */
  private tints = new Map<string, string>();
  private count = 0;

  constructor(
    container: HTMLElement,
    picture: Picture,
    shown: Edge[],
    private look: Look,
    private readonly handlers: Handlers,
  ) {
    this.many = shown.length > MANY;
    this.addNodes(picture, shown, scale(container));
    this.setEdges(shown);
    this.tied = new Set(this.graph.filterNodes((node) => this.graph.degree(node) > 0));
    start(this.graph);
    this.sigma = new Sigma(this.graph, container, {
      allowInvalidContainer: true,
      // Edges by the thousands are thin straight lines, faint, and left out while the picture moves.
      enableEdgeEvents: !this.many,
      hideEdgesOnMove: this.many,
      zIndex: true,
      // `Labels` draws them, where there is room.
      renderLabels: false,
      edgeLabelFont: FONT,
      edgeLabelSize: 11,
      renderEdgeLabels: true,
      minEdgeThickness: 1.4,
      stagePadding: 46,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      defaultEdgeType: "curve",
      edgeProgramClasses: { curve: EdgeCurveProgram, curvedArrow: EdgeCurvedArrowProgram, line: EdgeLineProgram },
      nodeReducer: (node, data) => this.reduceNode(node, data),
      edgeReducer: (edge, data) => this.reduceEdge(edge, data),
      defaultDrawNodeHover: (context, data) => drawHover(context, data, this.colours),
    });
    this.recolour();
    this.listen();
    if (picture.nodes.some((node) => node.x === undefined)) this.stop = layOut(this.graph);
  }

  /** Show other edges of the same picture, without the nodes of `off`; nodes that lost all their edges are hidden. */
  show(shown: Edge[], off: ReadonlySet<number>): void {
    this.off = off;
    this.pickedEdge = null;
    this.setEdges(shown);
    this.sigma.refresh();
  }

  recolour(): void {
    this.colours = palette();
    this.tints.clear();
    this.paintNodes();
    this.graph.updateEachEdgeAttributes((_, data) => ({ ...data, color: this.tint(data.edge as Edge) }), { attributes: ["color"] });
    this.sigma.setSetting("edgeLabelColor", { color: this.colours.quiet });
    this.sigma.refresh();
  }

  rename(look: Look): void {
    this.look = look;
    this.paintNodes();
    this.sigma.refresh();
  }

  /** Move to a node and mark it; null marks none. */
  find(node: number | null): void {
    this.picked = node === null ? null : String(node);
    this.follow(this.picked);
    const place = this.picked === null ? undefined : this.sigma.getNodeDisplayData(this.picked);
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (place) void this.sigma.getCamera().animate({ x: place.x, y: place.y, ratio: 0.35 }, { duration: still ? 1 : 400 });
    this.sigma.refresh({ skipIndexation: true });
  }

  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ ratio: camera.ratio / factor }, { duration: 200 });
  }

  pan(x: number, y: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ x: camera.x + x * camera.ratio, y: camera.y + y * camera.ratio }, { duration: 120 });
  }

  whole(): void {
    void this.sigma.getCamera().animatedReset({ duration: 300 });
  }

  /** Where a node is on the screen, for tests and help texts. */
  place(node: number): { x: number; y: number } {
    return this.sigma.graphToViewport(this.graph.getNodeAttributes(String(node)) as { x: number; y: number });
  }

  close(): void {
    this.stop();
    this.sigma.kill();
  }

  private addNodes(picture: Picture, shown: Edge[], scale: number): void {
    const weight = new Array<number>(picture.nodes.length).fill(0);
    for (const edge of shown) {
      weight[edge.source]! += edge.weight;
      weight[edge.target]! += edge.weight;
    }
    const most = Math.max(1, ...weight);
    const [least, largest] = picture.nodes.length > 1000 ? [2.5, 18] : picture.nodes.length > 300 ? [4, 18] : [4, 24];
    weight.forEach((each, number) => {
      const { x, y } = picture.nodes[number]!;
      this.graph.addNode(String(number), { size: scale * (least + (largest - least) * Math.sqrt(each / most)), x, y });
    });
  }

  private paintNodes(): void {
    const { colours, labels } = this.look;
    this.graph.updateEachNodeAttributes(
      (node, data) => ({ ...data, key: node, label: labels[Number(node)], color: standingOut(colours[Number(node)]!, this.colours.dark) }),
      { attributes: ["color", "label"] },
    );
  }

  /** Have these edges and no others; those that stay as they are are left alone. */
  private setEdges(shown: Edge[]): void {
    const wanted = new Map(drawn(shown, this.many).map((data) => [keyOf(data.edge), data]));
    for (const key of this.graph.filterEdges((each) => !wanted.has(each))) this.graph.dropEdge(key);
    this.count = shown.length;
    this.tints.clear();
    for (const [key, data] of wanted) {
      const whole = { ...data, color: this.tint(data.edge) };
      if (!this.graph.hasEdge(key)) this.graph.addEdgeWithKey(key, String(data.edge.source), String(data.edge.target), whole);
      else if (!alike(this.graph.getEdgeAttributes(key), whole)) this.graph.replaceEdgeAttributes(key, whole);
    }
  }

  /** The colour of an edge where nothing stands out: the fainter, the more there are. */
  private tint(edge: Edge): string {
    const key = `${edge.stance} ${edge.events.length > 0}`;
    const share = (edge.events.length ? 0.8 : 0.5) * Math.max(0.2, Math.min(1, Math.sqrt(400 / Math.max(1, this.count))));
    const known = this.tints.get(key) ?? mixed(this.colours.stances[edge.stance]!, this.colours.ground, share);
    this.tints.set(key, known);
    return known;
  }

  private reduceNode(node: string, data: Record<string, unknown>) {
    const lost = this.tied.has(node) && !this.graph.degree(node) && node !== this.picked;
    if (lost || this.off.has(Number(node))) return { ...data, hidden: true };
    if (this.focus() === null && this.pickedEdge === null) return data;
    if (this.near.has(node)) return { ...data, zIndex: 1, forceLabel: this.near.size < 60, highlighted: node === this.picked };
    return this.fading() ? { ...data, label: "", color: this.colours.faded, zIndex: 0 } : data;
  }

  private reduceEdge(key: string, data: Record<string, unknown>) {
    const focus = this.focus();
    if (focus === null && this.pickedEdge === null) return data;
    const edge = data.edge as Edge;
    const touched = key === this.pickedEdge || (focus !== null && this.graph.hasExtremity(key, focus));
    if (!touched) return this.fading() ? { ...data, color: this.colours.fadedEdge, zIndex: 0 } : data;
    return { ...data, color: this.colours.stances[edge.stance], size: Number(data.size) + 0.6, zIndex: 1, label: this.look.named(edge), forceLabel: this.near.size < 16 };
  }

  /** Whether all but what stands out fades; where there is much, not for the pointer alone: that would take too long. */
  private fading(): boolean {
    return !this.many || this.picked !== null || this.pickedEdge !== null;
  }

  private focus(): string | null {
    return this.hovered ?? this.picked;
  }

  private follow(node: string | null): void {
    this.near = new Set(node === null ? [] : [node, ...this.graph.neighbors(node)]);
    if (node === null && this.pickedEdge !== null && this.graph.hasEdge(this.pickedEdge)) {
      this.near = new Set(this.graph.extremities(this.pickedEdge));
    }
  }

  private hover(node: string | null): void {
    const before = this.around();
    this.hovered = node;
    this.follow(this.focus());
    this.handlers.onHover(node === null ? null : Number(node));
    this.sigma.getContainer().style.cursor = node === null ? "" : "pointer";
    const changed = this.fading() ? undefined : { nodes: [...before.nodes, ...this.around().nodes], edges: [...before.edges, ...this.around().edges] };
    this.sigma.refresh({ skipIndexation: true, partialGraph: changed });
  }

  /** What stands out because of the node in focus. */
  private around(): { nodes: string[]; edges: string[] } {
    const focus = this.focus();
    return { nodes: [...this.near], edges: focus === null ? [] : this.graph.edges(focus) };
  }

  private pickEdge(key: string | null): void {
    this.pickedEdge = key;
    this.follow(this.focus());
    this.handlers.onEdge(key === null ? null : (this.graph.getEdgeAttribute(key, "edge") as Edge));
    this.sigma.refresh({ skipIndexation: true });
  }

  /** Move a node, and nothing else: what the renderer knows of all others stays as it is until the node is let go. */
  private move(node: string, place: { x: number; y: number }): void {
    Object.assign(this.graph.getNodeAttributes(node), place);
    if (this.many) this.sigma.getMouseCaptor().draggedEvents = 1; // the renderer leaves edges out, as when all moves
    const edges = this.many ? [] : this.graph.edges(node);
    this.sigma.refresh({ partialGraph: { nodes: [node], edges }, skipIndexation: true, schedule: true });
  }

  /** Draw the labels; while a node is dragged among many, those around it alone, and the lines to them. */
  private label(): void {
    const held = this.many && this.moved ? this.dragged : null;
    if (held === null) this.labels.draw(this.sigma, this.near, this.colours);
    else this.labels.drawHeld(this.sigma, held, this.graph.neighbors(held), this.colours);
  }

  private listen(): void {
    const { sigma } = this;
    sigma.on("afterRender", () => this.label());
    sigma.on("enterNode", ({ node }) => this.dragged === null && this.hover(node));
    sigma.on("leaveNode", () => this.dragged === null && this.hover(null));
    sigma.on("enterEdge", () => (sigma.getContainer().style.cursor = "pointer"));
    sigma.on("leaveEdge", () => (sigma.getContainer().style.cursor = ""));
    sigma.on("clickNode", ({ node }) => !this.moved && this.handlers.onNode(Number(node)));
    sigma.on("clickEdge", ({ edge }) => this.pickEdge(edge));
    sigma.on("clickStage", () => {
      this.picked = null;
      this.pickEdge(null);
    });
    sigma.on("downNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      this.dragged = node;
      this.moved = false;
    });
    sigma.on("moveBody", ({ event }) => {
      if (this.dragged === null) return;
      this.stop();
      this.moved = true;
      const place = sigma.viewportToGraph(event);
      if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
      this.move(this.dragged, place);
      event.preventSigmaDefault();
      event.original.preventDefault();
    });
    const release = () => {
      if (this.dragged === null) return;
      this.dragged = null;
      sigma.getMouseCaptor().draggedEvents = 0;
      if (this.moved) sigma.refresh();
    };
    sigma.on("upNode", release);
    sigma.on("upStage", release);
  }
}

/** How large nodes are, next to those on a screen of some size: where there is less room they take less. */
function scale(container: HTMLElement): number {
  const room = container.clientWidth * container.clientHeight;
  return room ? Math.min(1, Math.sqrt(room / AMPLE)) : 1;
}

interface Drawn extends Record<string, unknown> {
  edge: Edge;
}

/** How each edge is drawn; those between the same two are bent so that none covers another. */
function drawn(shown: Edge[], many: boolean): Drawn[] {
  const parallel = new Map<string, number>();
  return shown.map((edge) => {
    const pair = edge.source < edge.target ? `${edge.source} ${edge.target}` : `${edge.target} ${edge.source}`;
    const place = parallel.get(pair) ?? 0;
    parallel.set(pair, place + 1);
    const turned = edge.source > edge.target ? -1 : 1;
    return {
      edge,
      label: "",
      size: 1.6 + Math.log2(edge.weight),
      pull: 1 + Math.log2(edge.weight),
      type: many ? "line" : edge.directed ? "curvedArrow" : "curve",
      curvature: turned * BENDS[place % BENDS.length]!,
    };
  });
}

const keyOf = (edge: Edge) => `${edge.source} ${edge.target} ${edge.stance} ${edge.directed}`;

const alike = (one: Record<string, unknown>, other: Drawn) =>
  one.color === other.color && one.size === other.size && one.curvature === other.curvature && (one.edge as Edge).events.length === other.edge.events.length;
