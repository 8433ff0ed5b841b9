// Where nodes are drawn: ForceAtlas2 from a fixed start; that of large graphs in a worker, so that the page stays
// responsive.
import type Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { assignLayoutChanges, graphToByteArrays } from "graphology-layout-forceatlas2/helpers.js";
import source from "./layout-worker.ts?worker";

// So many nodes are laid out at once: with motion that takes no time that one would see, without it a moment.
const FEW = 60;
const FEW_STILL = 300;

/** Place nodes on a spiral, the first ones in the middle. */
export function start(graph: Graph): void {
  let number = 0;
  graph.updateEachNodeAttributes((_, attributes) => {
    const angle = number * Math.PI * (3 - Math.sqrt(5));
    const reach = Math.sqrt(number + 0.5) * 10;
    number += 1;
    return { ...attributes, x: attributes.x ?? reach * Math.cos(angle), y: attributes.y ?? reach * Math.sin(angle) };
  });
}

// What the library takes where nothing is said; its rounds want all of them named.
const DEFAULTS = { adjustSizes: false, barnesHutTheta: 0.5, edgeWeightInfluence: 1, linLogMode: false, outboundAttractionDistribution: false };

function settings(graph: Graph) {
  const order = graph.order;
  return {
    ...DEFAULTS,
    ...forceAtlas2.inferSettings(order),
    barnesHutOptimize: order > 400,
    linLogMode: order > 60,
    outboundAttractionDistribution: order > 150,
    scalingRatio: order > 60 ? 6 : 30,
    gravity: order > 60 ? 0.6 : 1,
    edgeWeightInfluence: 0.6,
    slowDown: 1 + Math.log(order + 1),
  };
}

/** Lay a graph out from its start; gives what stops it. Small graphs, and small ones only, are finished at once. */
export function layOut(graph: Graph): () => void {
  if (graph.order < 2 || graph.size === 0) return () => undefined;
  const rounds = graph.order > 1000 ? 250 : graph.order > 300 ? 350 : 500;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (graph.order > (still ? FEW_STILL : FEW)) {
    try {
      return beside(graph, rounds, still);
    } catch {
      // A browser that allows no worker: the page waits.
    }
  }
  forceAtlas2.assign(graph, { iterations: rounds, settings: settings(graph), getEdgeWeight: "pull" });
  return () => undefined;
}

/** In a worker; the graph follows it frame by frame, or, without motion, takes the end alone. */
function beside(graph: Graph, rounds: number, still: boolean): () => void {
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(address);
  URL.revokeObjectURL(address);
  let frame = 0;
  worker.onmessage = ({ data }: MessageEvent<{ nodes: Float32Array; done: boolean }>) => {
    if (still && !data.done) return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => assignLayoutChanges(graph, data.nodes, null));
    if (data.done) worker.terminate();
  };
  const { nodes, edges } = graphToByteArrays(graph, (edge) => graph.getEdgeAttribute(edge, "pull") as number);
  worker.postMessage({ nodes, edges, settings: settings(graph), rounds });
  return () => {
    cancelAnimationFrame(frame);
    worker.terminate();
  };
}
