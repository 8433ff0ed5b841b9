// Events by day and class: a calendar of months, filters, and the list of what is chosen.
import { useMemo, useState } from "preact/hooks";
import { useAsk, usePages } from "../ask";
import { capital, dateText, number, term, useSpeech } from "../language";
import { Legend, STANCES } from "../parts/charts";
import { Loaded, More, Section } from "../parts/common";
import { Download } from "../parts/download";
import { EventCards, together } from "../parts/event-card";
import { useTitle } from "../parts/title";
import { type Parameters, address, go } from "../route";
import type { Calendar, EventList, Vocabulary } from "../types";

const PAGE = 50;
const NAMES = ["from", "to", "classes", "stances", "modalities", "confidence"];

export function CalendarPage(props: { given: Parameters }) {
  const { words } = useSpeech();
  const filters = Object.fromEntries(NAMES.map((name) => [name, props.given[name] ?? ""]));
  const asked = useAsk<Calendar>("calendar", { ...filters, from: "", to: "" }, true);
  const change = (part: Parameters) => go(address({ view: "calendar", ...filters, ...part }), true);
  useTitle(words.calendar);
  return (
    <>
      <div class="section-head">
        <h1 class="small">{words.perDay}</h1>
        <Download given={{ ...filters, limit: "2000" }} />
      </div>
      <div class="columns filtered">
        <CalendarFilters filters={filters} onChange={change} />
        <div>
          <Loaded asked={asked}>{(calendar) => <Months calendar={calendar} filters={filters} onChange={change} />}</Loaded>
          <Events filters={filters} />
        </div>
      </div>
    </>
  );
}

function CalendarFilters(props: { filters: Parameters; onChange: (part: Parameters) => void }) {
  const spoken = useSpeech();
  const { words, vocabulary } = spoken;
  const { filters, onChange } = props;
  const [open, setOpen] = useState(() => matchMedia("(min-width: 900px)").matches);
  const chosen = (name: string) => new Set((filters[name] ?? "").split(",").filter(Boolean));
  const toggle = (name: string, value: string) => {
    const values = chosen(name);
    if (!values.delete(value)) values.add(value);
    onChange({ [name]: [...values].sort().join(",") });
  };
  const chips = (name: string, values: string[], legend: string) => (
    <fieldset>
      <legend>{legend}</legend>
      <div class="chips">
        {values.map((value) => (
          <button type="button" key={value} class={`chip ${STANCES.includes(value) ? `chip-${value}` : ""}`} aria-pressed={chosen(name).has(value)} onClick={() => toggle(name, value)}>
            {capital(term(spoken, value))}
          </button>
        ))}
      </div>
    </fieldset>
  );
  return (
    <details class="panel" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.filters}</summary>
      <fieldset>
        <legend>{words.period}</legend>
        <div class="pair">
          {(["from", "to"] as const).map((name) => (
            <label class="stacked" key={name}><span>{words[name]}</span>
              <input type="date" value={filters[name]} onChange={(event) => onChange({ [name]: event.currentTarget.value })} />
            </label>
          ))}
        </div>
      </fieldset>
      {chips("stances", STANCES, words.stance)}
      {chips("modalities", Object.keys(vocabulary.modalities), words.modality)}
      <label class="stacked"><span>{words.classes}</span>
        <select value={filters.classes} onChange={(event) => onChange({ classes: event.currentTarget.value })}>
          <option value="">{words.all}</option>
          {classes(vocabulary, (kind) => term(spoken, kind)).map((kind) => <option key={kind} value={kind}>{capital(term(spoken, kind))}</option>)}
        </select>
      </label>
      {Object.values(filters).some(Boolean) && <button type="button" class="button quiet" onClick={() => onChange(Object.fromEntries(NAMES.map((name) => [name, ""])))}>{words.reset}</button>}
    </details>
  );
}

const classes = (vocabulary: Vocabulary, name: (kind: string) => string) =>
  Object.keys(vocabulary.events).sort((one, other) => name(one).localeCompare(name(other)));

interface Day {
  total: number;
  stances: Record<string, number>;
  kinds: [string, number][];
}

function Months(props: { calendar: Calendar; filters: Parameters; onChange: (part: Parameters) => void }) {
  const { words, language, vocabulary } = useSpeech();
  const { calendar } = props;
  const days = useMemo(() => byDay(calendar, vocabulary), [calendar, vocabulary]);
  const months = [...new Set([...days.keys()].map((day) => day.slice(0, 7)))].sort().reverse();
  const [shown, setShown] = useState(6);
  const most = Math.max(1, ...[...days.values()].map((day) => day.total));
  return (
    <div class="calendar">
      <div class="months">
        {months.slice(0, shown).map((month) => <Month key={month} month={month} days={days} most={most} filters={props.filters} onChange={props.onChange} />)}
      </div>
      {months.length > shown && <button type="button" class="button quiet" onClick={() => setShown(shown + 12)}>{words.more}</button>}
      <p class="calendar-foot"><Legend />
        {calendar.inexact.length > 0 && <span class="quiet">{words.inexact}{words.colon}{number(calendar.inexact.reduce((sum, [, count]) => sum + count, 0), language)}</span>}
        {calendar.undated > 0 && <span class="quiet">{words.undated}{words.colon}{number(calendar.undated, language)}</span>}
      </p>
    </div>
  );
}

function byDay(calendar: Calendar, vocabulary: Vocabulary): Map<string, Day> {
  const found = new Map<string, Day>();
  for (const [day, kind, count] of calendar.days) {
    const known = found.get(day) ?? { total: 0, stances: {}, kinds: [] };
    const stance = vocabulary.events[kind]?.stance ?? "neutral";
    known.total += count;
    known.stances[stance] = (known.stances[stance] ?? 0) + count;
    known.kinds.push([kind, count]);
    found.set(day, known);
  }
  return found;
}

function Month(props: { month: string; days: Map<string, Day>; most: number; filters: Parameters; onChange: (part: Parameters) => void }) {
  const { language } = useSpeech();
  const { month, days } = props;
  const year = Number(month.slice(0, 4));
  const place = Number(month.slice(5)) - 1;
  const length = new Date(Date.UTC(year, place + 1, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, place, 1)).getUTCDay() + 6) % 7;
  const weekday = new Intl.DateTimeFormat(language, { weekday: "narrow", timeZone: "UTC" });
  return (
    <section class="month" aria-label={dateText(month, language)}>
      <h2>{dateText(month, language)}</h2>
      <div class="month-grid">
        {Array.from({ length: 7 }, (_, day) => <span key={`w${day}`} class="weekday" aria-hidden="true">{weekday.format(new Date(Date.UTC(2024, 0, 1 + day)))}</span>)}
        {Array.from({ length: before }, (_, empty) => <span key={`e${empty}`} />)}
        {Array.from({ length }, (_, day) => {
          const name = `${month}-${String(day + 1).padStart(2, "0")}`;
          return <DayCell key={name} name={name} day={days.get(name)} {...props} />;
        })}
      </div>
    </section>
  );
}

function DayCell(props: { name: string; day?: Day; most: number; filters: Parameters; onChange: (part: Parameters) => void }) {
  const spoken = useSpeech();
  const { day, name } = props;
  const label = String(Number(name.slice(8)));
  if (!day) return <span class="day">{label}</span>;
  const only = props.filters.from === name && props.filters.to === name;
  const text = day.kinds.map(([kind, count]) => `${capital(term(spoken, kind))} ${count}`).join(", ");
  const size = 0.35 + 0.65 * Math.sqrt(day.total / props.most);
  return (
    <button
      type="button" class="day full" aria-pressed={only} title={text}
      aria-label={`${dateText(name, spoken.language)}: ${spoken.words.eventCount(day.total)} (${text})`}
      onClick={() => props.onChange(only ? { from: "", to: "" } : { from: name, to: name })}
    >
      <span class="day-number">{label}</span>
      <span class="day-bars" style={{ "--size": size }} aria-hidden="true">
        {STANCES.map((stance) => day.stances[stance] ? <span key={stance} class={`back-${stance}`} style={{ flexGrow: day.stances[stance] }} /> : null)}
      </span>
      <span class="day-count" aria-hidden="true">{day.total}</span>
    </button>
  );
}

function Events(props: { filters: Parameters }) {
  const { words, language } = useSpeech();
  const { from, to } = props.filters;
  const { asked, more } = usePages<EventList>("events", props.filters, PAGE);
  const heading = from && from === to ? words.onDay(dateText(from, language)) : words.allEvents;
  return (
    <Section title={heading} id="listed">
      <Loaded asked={asked}>
        {(answers) => (
          <>
            <p class="quiet" role="status">{words.eventCount(answers[0]!.total)}</p>
            <EventCards events={answers.flatMap((each) => each.events)} described={together(answers)} />
            <More shown={answers.reduce((sum, each) => sum + each.events.length, 0)} total={answers[0]!.total} onMore={more} />
          </>
        )}
      </Loaded>
    </Section>
  );
}
