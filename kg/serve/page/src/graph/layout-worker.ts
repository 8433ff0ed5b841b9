// ForceAtlas2 beside the page, in a worker. In: nodes and edges as the library numbers them, settings, and how many
// rounds. Out: the nodes, now and then while it works, and in the end.
import iterate from "graphology-layout-forceatlas2/iterate.js";

const PAUSE = 250; // milliseconds between two answers

export interface Task {
  nodes: Float32Array;
  edges: Float32Array;
  settings: object;
  rounds: number;
}

addEventListener("message", ({ data }: MessageEvent<Task>) => {
  let told = performance.now();
  for (let round = 1; round <= data.rounds; round += 1) {
    iterate(data.settings, data.nodes, data.edges);
    if (round < data.rounds && performance.now() - told < PAUSE) continue;
    postMessage({ nodes: data.nodes, done: round === data.rounds });
    told = performance.now();
  }
});
