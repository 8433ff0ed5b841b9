// The page of an IRI: an entity, an event or an article.
import { useAsk } from "../ask";
import { Loaded } from "../parts/common";
import { ArticleView } from "./article";
import { EntityView } from "./entity";
import { EventView } from "./event";

export function Shown(props: { iri: string }) {
  const asked = useAsk<{ sort: "entity" | "event" | "article" }>("what", { iri: props.iri });
  return (
    <Loaded asked={asked}>
      {({ sort }) => {
        if (sort === "entity") return <EntityView key={props.iri} iri={props.iri} />;
        return sort === "event" ? <EventView key={props.iri} iri={props.iri} /> : <ArticleView key={props.iri} iri={props.iri} />;
      }}
    </Loaded>
  );
}
