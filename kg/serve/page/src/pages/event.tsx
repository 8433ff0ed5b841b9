// The page of an event: who, when, where, in which standing, all tellings side by side, and where articles differ.
import { useAsk } from "../ask";
import { capital, dateText, labelled, languageName, share, term, title, useSpeech, when } from "../language";
import { Actions } from "../parts/actions";
import { Loaded, Section, sourceName, ThingList } from "../parts/common";
import { EventCards, ModalityTag, Sides, stanceClass } from "../parts/event-card";
import { Quote } from "../parts/quotations";
import { useTitle } from "../parts/title";
import { page } from "../route";
import type { EventPage } from "../types";

export function EventView(props: { iri: string }) {
  const asked = useAsk<EventPage>("event", { iri: props.iri });
  return <Loaded asked={asked}>{(found) => <Shown found={found} />}</Loaded>;
}

function Shown(props: { found: EventPage }) {
  const spoken = useSpeech();
  const { words, vocabulary } = spoken;
  const { found } = props;
  const name = title(found.event, found.things, spoken);
  useTitle(name);
  return (
    <div class={`event-page ${stanceClass(vocabulary.events[found.event.kind]?.stance)}`}>
      <header class="page-head">
        <span class="kind"><span class="stance-dot" aria-hidden="true" />{capital(term(spoken, found.event.kind))} <ModalityTag modality={found.event.modality} /></span>
        <h1>{name}</h1>
        <Facts found={found} />
        <Actions iri={found.event.iri} />
      </header>
      <Section title={words.mentions} id="mentions" aside={<span class="quiet">{words.articleCount(found.event.sources.length)}</span>}>
        <Tellings found={found} />
      </Section>
      {found.accounts.length > 1 && (
        <Section title={words.accounts} id="accounts"><Accounts found={found} /></Section>
      )}
      {found.events.length > 0 && (
        <Section title={words.relatedEvents} id="related"><EventCards events={found.events} described={found} /></Section>
      )}
    </div>
  );
}

function Facts(props: { found: EventPage }) {
  const spoken = useSpeech();
  const { words, language } = spoken;
  const { event, things } = props.found;
  const day = when(event, language);
  const roles = [["place", words.where], ["topic", words.aboutWhat], ["attributedTo", words.accordingTo]] as const;
  return (
    <dl class="facts">
      <div><dt>{words.sides}</dt><dd><Sides event={event} things={things} /></dd></div>
      <div><dt>{words.when}</dt><dd>{day || words.noDate}{event.implied && <span class="quiet"> · {words.impliedDate}</span>}</dd></div>
      {roles.map(([role, label]) => event.roles[role] && (
        <div key={role}><dt>{label}</dt><dd><ThingList iris={event.roles[role]!} things={things} dot /></dd></div>
      ))}
      <div><dt>{words.standing}</dt><dd>{term(spoken, event.modality)}</dd></div>
      <div><dt>{words.confidence}</dt><dd>{share(event.confidence, language)} <meter min="0" max="1" value={event.confidence} aria-hidden="true" /></dd></div>
    </dl>
  );
}

/** All sentences, one column for each language. */
function Tellings(props: { found: EventPage }) {
  const { language } = useSpeech();
  const { evidence, sources } = props.found;
  const codes = [...new Set(evidence.map((each) => each.language))].sort();
  return (
    <div class="tellings" style={{ "--columns": Math.min(3, codes.length) }}>
      {codes.map((code) => (
        <div key={code}>
          <h3>{capital(languageName(code, language))}</h3>
          {evidence.filter((each) => each.language === code).map((each) => (
            <Quote key={`${each.source}#${each.begin}`} quotation={each} source={sources[each.source]} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Accounts(props: { found: EventPage }) {
  const spoken = useSpeech();
  const { words, vocabulary, language } = spoken;
  const { accounts, differences, sources, things } = props.found;
  const names = [...new Set(accounts.flatMap((each) => Object.keys(each.said)))].sort((one, other) => +differences.includes(other) - +differences.includes(one));
  const heading = (name: string) => capital(labelled(vocabulary.roles[name], language, name === "date" ? words.when : name === "modality" ? words.standing : name));
  const value = (name: string, said: string[]) => {
    if (name === "date") return said.map((each) => dateText(each, language, "short")).join(", ");
    if (name === "modality") return said.map((each) => term(spoken, each)).join(", ");
    return <ThingList iris={said} things={things} />;
  };
  return (
    <>
      {differences.length === 0 && <p class="quiet">{words.noDifferences}</p>}
      <div class="scroll" tabIndex={0} role="group" aria-labelledby="accounts">
        <table class="accounts">
          <thead>
            <tr>
              <th scope="col">{words.source}</th>
              {names.map((name) => (
                <th scope="col" key={name} class={differences.includes(name) ? "differs" : ""}>
                  {heading(name)}{differences.includes(name) && <span class="tag warning" title={words.differences}>≠<span class="unseen"> {words.differences}</span></span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <tr key={account.source}>
                <th scope="row"><a href={page(account.source)}>{sourceName(sources[account.source], account.source)}</a> <span class="code">{sources[account.source]?.language}</span></th>
                {names.map((name) => <td key={name} class={differences.includes(name) ? "differs" : ""}>{account.said[name] ? value(name, account.said[name]!) : <span class="quiet">–</span>}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
