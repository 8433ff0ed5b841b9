// The drawing: a sigma renderer over a graphology graph, with hover, drag, search and the colours of the page.
import EdgeCurveProgram, { EdgeCurvedArrowProgram } from "@sigma/edge-curve";
import { MultiGraph } from "graphology";
import Sigma from "sigma";
import { EdgeLineProgram } from "sigma/rendering";
import type { Picture } from "../types";
import type { Edge } from "./choice";
import { type Palette, mixed, palette, standingOut } from "./colours";
import { FONT, type Labelled, Labels, drawHover } from "./labels";
import { layOut, start } from "./layout";

const MANY = 3000;

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

  constructor(
    container: HTMLElement,
    picture: Picture,
    shown: Edge[],
    private look: Look,
    private readonly handlers: Handlers,
  ) {
    this.addNodes(picture, shown);
    this.addEdges(shown);
    this.tied = new Set(this.graph.filterNodes((node) => this.graph.degree(node) > 0));
    start(this.graph);
    this.sigma = new Sigma(this.graph, container, {
      allowInvalidContainer: true,
      // Edges by the thousands are thin straight lines, faint, and left out while the picture moves.
      enableEdgeEvents: shown.length < MANY,
      hideEdgesOnMove: shown.length > MANY,
      zIndex: true,
      labelFont: FONT,
      labelWeight: "500",
      labelSize: 13,
      // All labels are offered to `drawLabel`, which draws those that `Labels` found room for.
      labelDensity: 100,
      labelRenderedSizeThreshold: 0,
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
      defaultDrawNodeLabel: (context, data) => this.sigma && this.labels.draw(this.sigma, this.near, context, data as unknown as Labelled, this.colours),
      defaultDrawNodeHover: (context, data) => drawHover(context, data, this.colours),
    });
    this.recolour();
    this.listen();
    if (picture.nodes.some((node) => node.x === undefined)) this.stop = layOut(this.graph, () => undefined);
  }

  /** Show other edges of the same picture, without the nodes of `off`; nodes that lost all their edges are hidden. */
  show(shown: Edge[], off: ReadonlySet<number>): void {
    this.off = off;
    this.pickedEdge = null;
    this.graph.clearEdges();
    this.addEdges(shown);
    this.sigma.refresh();
  }

  recolour(): void {
    this.colours = palette();
    this.sigma.setSetting("labelColor", { color: this.colours.ink });
    this.sigma.setSetting("edgeLabelColor", { color: this.colours.quiet });
    this.sigma.refresh();
  }

  rename(look: Look): void {
    this.look = look;
    this.sigma.refresh();
  }

  /** Move to a node and mark it; null marks none. */
  find(node: number | null): void {
    this.picked = node === null ? null : String(node);
    this.follow(this.picked);
    const place = this.picked === null ? undefined : this.sigma.getNodeDisplayData(this.picked);
    if (place) void this.sigma.getCamera().animate({ x: place.x, y: place.y, ratio: 0.35 }, { duration: 400 });
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

  private addNodes(picture: Picture, shown: Edge[]): void {
    const weight = new Array<number>(picture.nodes.length).fill(0);
    for (const edge of shown) {
      weight[edge.source]! += edge.weight;
      weight[edge.target]! += edge.weight;
    }
    const most = Math.max(1, ...weight);
    const largest = picture.nodes.length > 300 ? 18 : 24;
    weight.forEach((each, number) => {
      const { x, y } = picture.nodes[number]!;
      this.graph.addNode(String(number), { size: 4 + (largest - 4) * Math.sqrt(each / most), x, y });
    });
  }

  private addEdges(shown: Edge[]): void {
    const parallel = new Map<string, number>();
    for (const edge of shown) {
      const pair = [edge.source, edge.target].sort((one, other) => one - other).join(" ");
      const place = parallel.get(pair) ?? 0;
      parallel.set(pair, place + 1);
      const turned = edge.source > edge.target ? -1 : 1;
      this.graph.addEdge(String(edge.source), String(edge.target), {
        edge,
        size: 1.6 + Math.log2(edge.weight),
        pull: 1 + Math.log2(edge.weight),
        type: shown.length > MANY ? "line" : edge.directed ? "curvedArrow" : "curve",
        curvature: turned * [0.08, -0.16, 0.3, -0.36][place % 4]!,
      });
    }
  }

  private reduceNode(node: string, data: Record<string, unknown>) {
    const number = Number(node);
    const focus = this.focus();
    const common = { ...data, key: node, label: this.look.labels[number], color: standingOut(this.look.colours[number]!, this.colours.dark) };
    const lost = this.tied.has(node) && !this.graph.degree(node) && node !== this.picked;
    if (lost || this.off.has(number)) return { ...common, hidden: true };
    if (focus === null && this.pickedEdge === null) return common;
    if (!this.near.has(node)) return { ...common, label: "", color: this.colours.faded, zIndex: 0 };
    return { ...common, zIndex: 1, forceLabel: this.near.size < 60, highlighted: node === this.picked };
  }

  private reduceEdge(key: string, data: Record<string, unknown>) {
    const edge = data.edge as Edge;
    const colour = this.colours.stances[edge.stance]!;
    const focus = this.focus();
    if (focus === null && this.pickedEdge === null) return { ...data, color: mixed(colour, this.colours.ground, (edge.events.length ? 0.8 : 0.5) * Math.max(0.2, Math.min(1, Math.sqrt(400 / this.graph.size)))), label: "" };
    const touched = key === this.pickedEdge || (focus !== null && this.graph.hasExtremity(key, focus));
    if (!touched) return { ...data, color: this.colours.fadedEdge, label: "", zIndex: 0 };
    return { ...data, color: colour, size: Number(data.size) + 0.6, zIndex: 1, label: this.look.named(edge), forceLabel: this.near.size < 16 };
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
    this.hovered = node;
    this.follow(this.focus());
    this.handlers.onHover(node === null ? null : Number(node));
    this.sigma.getContainer().style.cursor = node === null ? "" : "pointer";
    this.sigma.refresh({ skipIndexation: true });
  }

  private pickEdge(key: string | null): void {
    this.pickedEdge = key;
    this.follow(this.focus());
    this.handlers.onEdge(key === null ? null : (this.graph.getEdgeAttribute(key, "edge") as Edge));
    this.sigma.refresh({ skipIndexation: true });
  }

  private listen(): void {
    const { sigma } = this;
    sigma.on("beforeRender", () => this.labels.begin());
    sigma.on("enterNode", ({ node }) => this.hover(node));
    sigma.on("leaveNode", () => this.hover(null));
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
      this.graph.mergeNodeAttributes(this.dragged, place);
      event.preventSigmaDefault();
      event.original.preventDefault();
    });
    const release = () => {
      this.dragged = null;
    };
    sigma.on("upNode", release);
    sigma.on("upStage", release);
  }
}
