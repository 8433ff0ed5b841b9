// node read.mjs FILE: what graphology reads of a .gexf or .graphml, as JSON.
import { readFileSync } from "node:fs";
import { MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";

const file = process.argv[2];
const { parse } = file.endsWith(".gexf") ? gexf : graphml;
const graph = parse(MultiDirectedGraph, readFileSync(file, "utf8"), { allowUndeclaredAttributes: false });
const nodes = graph.mapNodes((id, said) => ({ id, said }));
const edges = graph.mapEdges((id, said, source, target) => ({ id, source, target, said }));
process.stdout.write(JSON.stringify({ type: graph.type, nodes, edges }));
