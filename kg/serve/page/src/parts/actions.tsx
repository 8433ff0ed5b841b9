// What can be done with a page: its graph, its file, its RDF.
import { useSpeech } from "../language";
import { address } from "../route";
import { Download } from "./download";

export function Actions(props: { iri: string; hops?: string }) {
  const { words } = useSpeech();
  return (
    <div class="actions">
      <a class="button" href={address({ view: "graph", iri: props.iri })}>{words.showAround}</a>
      <Download given={{ iri: props.iri, hops: props.hops ?? "1" }} />
      <a class="button" href={`/sparql?${new URLSearchParams({ query: `DESCRIBE <${props.iri}>` })}`} target="_blank" rel="noopener">{words.rdf}</a>
    </div>
  );
}
