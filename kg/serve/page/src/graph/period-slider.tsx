// A period chosen with two handles over a chart of the events in it.
import { TimeChart } from "../parts/charts";
import { dateText, useSpeech } from "../language";

const DAY = 86_400_000;
const iso = (number: number) => new Date(number * DAY).toISOString().slice(0, 10);
const count = (day: string) => Math.round(Date.parse(day) / DAY);

export function PeriodSlider(props: {
  days: [string, string, number][];
  from: string;
  to: string;
  onChange: (from: string, to: string) => void;
}) {
  const { words, language } = useSpeech();
  if (props.days.length < 2) return null;
  const least = count(props.days[0]![0]);
  const most = count(props.days[props.days.length - 1]![0]);
  const from = props.from ? count(props.from) : least;
  const to = props.to ? count(props.to) : most;
  const change = (first: number, last: number) => props.onChange(first > least ? iso(first) : "", last < most ? iso(last) : "");
  const handle = (label: string, value: number, move: (value: number) => void) => (
    <input
      type="range" min={least} max={most} value={value} aria-label={label} aria-valuetext={dateText(iso(value), language)}
      onInput={(event) => move(Number(event.currentTarget.value))}
    />
  );
  const place = (value: number) => (value - least) / Math.max(1, most - least);
  return (
    <div class="period" role="group" aria-label={words.period}>
      <TimeChart days={props.days} title={words.eventsOverTime} />
      <div class="period-track" style={{ "--from": place(from), "--to": place(to) }}>
        {handle(words.from, from, (value) => change(Math.min(value, to), to))}
        {handle(words.to, to, (value) => change(from, Math.max(value, from)))}
      </div>
      <p class="period-text"><output>{dateText(iso(from), language, "short")} – {dateText(iso(to), language, "short")}</output></p>
    </div>
  );
}
