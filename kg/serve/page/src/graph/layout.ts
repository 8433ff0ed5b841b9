// Where nodes are drawn: ForceAtlas2 from a fixed start, a few rounds at a time, so that the page stays responsive.
import type Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

const SLICE = 12; // milliseconds of one frame that may be spent on it

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

function settings(graph: Graph) {
  const order = graph.order;
  return {
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

function run(graph: Graph, iterations: number): void {
  forceAtlas2.assign(graph, { iterations, settings: settings(graph), getEdgeWeight: "pull" });
}

/** Lay a graph out from its start; gives what stops it. Without motion it is finished at once. */
export function layOut(graph: Graph, done: () => void): () => void {
  if (graph.order < 2 || graph.size === 0) {
    done();
    return () => undefined;
  }
  const rounds = graph.order > 1000 ? 250 : graph.order > 300 ? 350 : 500;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const before = still || graph.order <= 60 ? rounds : 30;
  run(graph, before);
  let left = rounds - before;
  let each = 1;
  let frame = 0;
  const step = () => {
    const begin = performance.now();
    run(graph, each);
    left -= each;
    const took = performance.now() - begin;
    each = Math.max(1, Math.min(10, Math.floor((each * SLICE) / Math.max(took, 1))));
    if (left > 0) frame = requestAnimationFrame(step);
    else done();
  };
  if (left > 0) frame = requestAnimationFrame(step);
  else done();
  return () => cancelAnimationFrame(frame);
}
