// The page of an entity: its names, offices, events over time, partners and sentences.
import { useState } from "preact/hooks";
import { usePages } from "../ask";
import { capital, dateText, languageName, nameOf, number, term, useSpeech } from "../language";
import { Actions } from "../parts/actions";
import { BalanceBar, Legend, TimeChart } from "../parts/charts";
import { KindTag, Loaded, More, Section, Several, ThingLink } from "../parts/common";
import { EventCards, together } from "../parts/event-card";
import { Quotes } from "../parts/quotations";
import { useTitle } from "../parts/title";
import type { EntityPage, EvidenceList, Relation } from "../types";

const PAGE = 50;
const MENTIONS = 10;

export function EntityView(props: { iri: string }) {
  const { asked, more } = usePages<EntityPage>("entity", { iri: props.iri }, PAGE);
  return <Loaded asked={asked}>{(pages) => <Shown pages={pages} more={more} />}</Loaded>;
}

function Shown(props: { pages: EntityPage[]; more: (offset: number) => void }) {
  const { words, language } = useSpeech();
  const entity = props.pages[0]!;
  const thing = entity.things[entity.iri]!;
  const name = nameOf(thing, language, entity.iri);
  useTitle(name);
  return (
    <div class="entity">
      <header class="page-head">
        <KindTag kind={thing.kind} />
        <h1>{name}</h1>
        <Forms entity={entity} shown={name} />
        <Actions iri={entity.iri} />
      </header>
      {entity.relations.length > 0 && (
        <Section title={words.offices} id="offices"><Relations entity={entity} /></Section>
      )}
      {entity.days.length > 1 && (
        <Section title={words.eventsOverTime} id="over-time"><TimeChart days={entity.days} title={words.eventsOverTime} /></Section>
      )}
      <div class="columns uneven">
        <Section title={words.timeline} id="timeline" aside={<span class="quiet">{words.eventCount(entity.total)} · {words.newestFirst}</span>}>
          <Timeline {...props} />
        </Section>
        {entity.partners.length > 0 && (
          <Section title={words.partners} id="partners"><Partners entity={entity} /></Section>
        )}
      </div>
      <Section title={words.inArticles} id="in-articles"><Mentions iri={entity.iri} /></Section>
    </div>
  );
}

function Forms(props: { entity: EntityPage; shown: string }) {
  const { words, language } = useSpeech();
  const { entity } = props;
  const preferred = new Set(entity.names.map((each) => each.text));
  const others = [...new Set(entity.alternatives.map((each) => each.text))].filter((each) => !preferred.has(each));
  return (
    <dl class="facts">
      {entity.names.length > 0 && (
        <div>
          <dt>{words.names}</dt>
          <dd>{entity.names.map(({ language: code, text }) => (
            <span class="name" key={code + text}><bdi lang={code}>{text}</bdi> <span class="code" title={languageName(code, language)}>{code}</span></span>
          ))}</dd>
        </div>
      )}
      {others.length > 0 && <div><dt>{words.otherForms}</dt><dd>{others.join(" · ")}</dd></div>}
      {entity.count !== null && <div><dt>{capital(words.people(entity.count).replace(/^[\d\s.,]+/, ""))}</dt><dd>{number(entity.count, language)}</dd></div>}
      {entity.wikidata && (
        <div>
          <dt>{words.wikidata}</dt>
          <dd><a href={`https://www.wikidata.org/wiki/${encodeURIComponent(entity.wikidata)}`} target="_blank" rel="noopener noreferrer">{entity.wikidata}</a></dd>
        </div>
      )}
    </dl>
  );
}

function Relations(props: { entity: EntityPage }) {
  return (
    <ul class="relations">
      <Several items={props.entity.relations} shown={12}>
        {(relation) => <RelationLine key={relation.name + relation.other + relation.outward} relation={relation} entity={props.entity} />}
      </Several>
    </ul>
  );
}

function RelationLine(props: { relation: Relation; entity: EntityPage }) {
  const spoken = useSpeech();
  const { words } = spoken;
  const { relation, entity } = props;
  const [open, setOpen] = useState(false);
  const label = term(spoken, relation.name);
  const span = period(relation, entity);
  return (
    <li>
      <div class="relation">
        {relation.outward ? (
          <><span class="label">{capital(label)}</span> <ThingLink iri={relation.other} things={entity.things} dot /></>
        ) : (
          <><ThingLink iri={relation.other} things={entity.things} dot /> <span class="label">{label}</span> {nameOf(entity.things[entity.iri], spoken.language)}</>
        )}
        {span && <time class="quiet" dateTime={span}>{dateText(span, spoken.language, "short")}</time>}
        {relation.evidence.length > 0 ? (
          <button type="button" class="disclose" aria-expanded={open} onClick={() => setOpen(!open)}>
            <span class="chevron" aria-hidden="true" />{open ? words.hideSentences : words.showSentences}
            <span class="quiet"> · {relation.evidence.length}</span>
          </button>
        ) : <span class="quiet">{words.knownOtherwise}</span>}
      </div>
      {open && <Quotes quotations={relation.evidence} sources={entity.sources} />}
    </li>
  );
}

/** From when to when articles say it. */
function period(relation: Relation, entity: EntityPage): string {
  const days = relation.evidence.map((each) => entity.sources[each.source]?.date ?? "").filter(Boolean).sort();
  if (!days.length) return "";
  return [...new Set([days[0]!, days[days.length - 1]!])].join("/");
}

function Timeline(props: { pages: EntityPage[]; more: (offset: number) => void }) {
  const events = props.pages.flatMap((each) => each.events);
  return (
    <>
      <EventCards events={events} described={together(props.pages)} />
      <More shown={events.length} total={props.pages[0]!.total} onMore={props.more} />
    </>
  );
}

function Partners(props: { entity: EntityPage }) {
  const spoken = useSpeech();
  const { words } = spoken;
  const { partners, things } = props.entity;
  const most = partners[0]?.total ?? 1;
  return (
    <>
      <table class="partners">
        <thead>
          <tr><th scope="col">{words.partner}</th><th scope="col">{words.kinds}</th><th scope="col" class="number">{words.times}</th></tr>
        </thead>
        <tbody>
          <Several items={partners} shown={15}>
            {(partner) => (
              <tr key={partner.iri}>
                <th scope="row"><ThingLink iri={partner.iri} things={things} dot /></th>
                <td class="quiet">{Object.entries(partner.kinds).slice(0, 3).map(([kind, count]) => capital(term(spoken, kind)) + (count > 1 ? ` ×${count}` : "")).join(", ")}</td>
                <td class="number">{partner.total}<BalanceBar counts={partner.stances} most={most} /></td>
              </tr>
            )}
          </Several>
        </tbody>
      </table>
      <Legend />
    </>
  );
}

function Mentions(props: { iri: string }) {
  const { words } = useSpeech();
  const { asked, more } = usePages<EvidenceList>("evidence", { iri: props.iri }, MENTIONS);
  return (
    <Loaded asked={asked}>
      {(answers) => (
        <>
          <Quotes quotations={answers.flatMap((each) => each.evidence)} sources={together(answers.map((each) => ({ things: {}, ...each }))).sources} />
          <More shown={Math.min(answers.length * MENTIONS, answers[0]!.total)} total={answers[0]!.total} onMore={more} />
          {!answers[0]!.total && <p class="quiet">{words.knownOtherwise}</p>}
        </>
      )}
    </Loaded>
  );
}
