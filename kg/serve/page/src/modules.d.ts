// What has no types of its own.
declare module "*?worker" {
  /** The source of the worker. */
  const source: string;
  export default source;
}

declare module "graphology-layout-forceatlas2/iterate.js" {
  /** One round: moves the nodes. */
  export default function iterate(settings: object, nodes: Float32Array, edges: Float32Array): void;
}

declare module "graphology-layout-forceatlas2/helpers.js" {
  import type Graph from "graphology";
  export function graphToByteArrays(graph: Graph, weight: (edge: string) => number): { nodes: Float32Array; edges: Float32Array };
  export function assignLayoutChanges(graph: Graph, nodes: Float32Array, reducer: null): void;
}
