// The graph around an entity, event or article, or of the most active entities of all.
import { useState } from "preact/hooks";
import { useAsk } from "../ask";
import { Explorer } from "../graph/explorer";
import { type Choice, EVERYTHING } from "../graph/choice";
import { nameOf, useSpeech } from "../language";
import { Download } from "../parts/download";
import { EventCard } from "../parts/event-card";
import { Loaded } from "../parts/common";
import { useTitle } from "../parts/title";
import { type Parameters, address, go, page } from "../route";
import type { Described, EventPage, Picture, PictureEvent, Vocabulary } from "../types";

const LIMITS = [50, 150, 300, 1000, 2000];

export function GraphPage(props: { given: Parameters }) {
  const { iri = "", hops = "1", limit = "300" } = props.given;
  const asked = useAsk<Picture>("graph", { iri, hops, limit });
  const { words } = useSpeech();
  useTitle(words.graph);
  return (
    <>
      <h1 class="unseen">{words.graph}</h1>
      <Loaded asked={asked}>{(picture) => <Shown picture={picture} given={{ iri, hops, limit }} />}</Loaded>
    </>
  );
}

function Shown(props: { picture: Picture; given: Record<"iri" | "hops" | "limit", string> }) {
  const { words, vocabulary } = useSpeech();
  const { picture, given } = props;
  const [choice, setChoice] = useState(EVERYTHING);
  if (!picture.nodes.length) return <p class="notice alone">{words.nothing}</p>;
  return (
    <Explorer
      picture={picture}
      onOpen={(iri) => go(page(iri))}
      href={page}
      event={(event) => <AskedEvent event={event} />}
      onChoice={setChoice}
      head={<Head picture={picture} given={given} />}
      foot={<Download given={{ ...given, ...asParameters(choice, picture, vocabulary) }} />}
    />
  );
}

function Head(props: { picture: Picture; given: Record<"iri" | "hops" | "limit", string> }) {
  const { words, language } = useSpeech();
  const { picture, given } = props;
  const focus = picture.nodes.find((node) => node.iri === given.iri);
  const change = (part: Parameters) => go(address({ view: "graph", ...given, ...part }));
  return (
    <div class="graph-head">
      {given.iri && <p class="graph-focus"><a href={page(given.iri)}>{focus ? nameOf(focus, language) : words.sort.event}</a></p>}
      <p class="quiet" role="status">{words.nodesShown(picture.nodes.length, picture.total)}</p>
      <div class="pair">
        {given.iri && (
          <label class="stacked"><span>{words.hops}</span>
            <select value={given.hops} onChange={(event) => change({ hops: event.currentTarget.value })}>
              {[1, 2, 3].map((each) => <option key={each} value={each}>{words.hopCount(each)}</option>)}
            </select>
          </label>
        )}
        <label class="stacked"><span>{words.most}</span>
          <select value={given.limit} onChange={(event) => change({ limit: event.currentTarget.value })}>
            {LIMITS.map((each) => <option key={each} value={each}>{each}</option>)}
          </select>
        </label>
      </div>
      {given.iri && <a class="button quiet" href={address({ view: "graph" })}>{words.wholeView}</a>}
    </div>
  );
}

/** An event behind an edge, with its sides and sentences. */
function AskedEvent(props: { event: PictureEvent }) {
  const asked = useAsk<EventPage>("event", { iri: props.event.iri });
  return <Loaded asked={asked}>{(found) => <EventCard event={found.event} described={found as Described} />}</Loaded>;
}

/** The filters as the service knows them. */
function asParameters(choice: Choice, picture: Picture, vocabulary: Vocabulary): Parameters {
  const kinds = Object.keys(vocabulary.classes);
  const stances = Object.keys(vocabulary.stances);
  const on = (names: string[]) => (names.some((name) => choice.off.has(name)) ? names.filter((name) => !choice.off.has(name)).join(",") : "");
  return {
    from: choice.from,
    to: choice.to,
    kinds: on(kinds),
    stances: on(stances),
    sources: picture.sources[choice.source]?.iri ?? "",
    confidence: choice.confidence ? String(choice.confidence) : "",
  };
}
