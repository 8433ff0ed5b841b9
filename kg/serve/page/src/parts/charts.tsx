// Small charts, drawn as SVG, each with its numbers in words for those who do not see them.
import { dateText, number, term, useSpeech } from "../language";

export const STANCES = ["cooperation", "neutral", "conflict"];

export interface Bucket {
  name: string;
  counts: Record<string, number>;
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((one, other) => one + other, 0);

/** Days, gathered so that there are at most `most` bars: by day, month or year. */
export function buckets(days: [day: string, stance: string, count: number][], most = 60): Bucket[] {
  if (!days.length) return [];
  const firstDay = days[0]![0];
  const lastDay = days[days.length - 1]![0];
  const span = (Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000 + 1;
  const length = span <= most ? 10 : span / 30.4 <= most ? 7 : 4;
  const found = new Map<string, Record<string, number>>(names(firstDay, lastDay, length).map((name) => [name, {}]));
  for (const [day, stance, count] of days) {
    const counts = found.get(day.slice(0, length)) ?? {};
    counts[stance] = (counts[stance] ?? 0) + count;
    found.set(day.slice(0, length), counts);
  }
  return [...found].map(([name, counts]) => ({ name, counts }));
}

/** All days, months or years from the first to the last. */
function names(first: string, last: string, length: number): string[] {
  const found = [];
  const day = new Date(`${first.slice(0, length)}${"-01-01".slice(length - 4)}T00:00:00Z`);
  while (day.toISOString().slice(0, length) <= last.slice(0, length) && found.length < 1000) {
    found.push(day.toISOString().slice(0, length));
    if (length === 10) day.setUTCDate(day.getUTCDate() + 1);
    else if (length === 7) day.setUTCMonth(day.getUTCMonth() + 1);
    else day.setUTCFullYear(day.getUTCFullYear() + 1);
  }
  return found;
}

const WIDTH = 640;
const HEIGHT = 96;

/** Bars over time, coloured by cooperation and conflict. */
export function TimeChart(props: { days: [string, string, number][]; title: string; onPick?: (name: string) => void; picked?: string }) {
  const spoken = useSpeech();
  const bars = buckets(props.days);
  if (bars.length < 2) return null;
  const most = Math.max(...bars.map((bar) => sum(bar.counts)), 1);
  const step = WIDTH / bars.length;
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 4}`} role="img" aria-label={props.title} preserveAspectRatio="none">
        <line x1="0" x2={WIDTH} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} class="axis" vector-effect="non-scaling-stroke" />
        {bars.map((bar, place) => {
          let top = HEIGHT;
          return (
            <g key={bar.name}>
              <title>{`${dateText(bar.name, spoken.language)}: ${spoken.words.eventCount(sum(bar.counts))}`}</title>
              <rect x={place * step} y="0" width={step} height={HEIGHT} class="hit" />
              {STANCES.map((stance) => {
                const height = ((bar.counts[stance] ?? 0) / most) * (HEIGHT - 4);
                top -= height;
                const gap = Math.min(step * 0.2, 3);
                return height > 0 && <rect key={stance} x={place * step + gap / 2} y={top} width={step - gap} height={height} class={`fill-${stance}`} rx="1" />;
              })}
            </g>
          );
        })}
      </svg>
      <figcaption class="chart-ends">
        <span>{dateText(bars[0]!.name, spoken.language, "short")}</span>
        <Legend />
        <span>{dateText(bars[bars.length - 1]!.name, spoken.language, "short")}</span>
      </figcaption>
    </figure>
  );
}

export function Legend() {
  const spoken = useSpeech();
  return (
    <span class="legend">
      {STANCES.map((stance) => (
        <span key={stance}><span class={`swatch back-${stance}`} aria-hidden="true" />{term(spoken, stance)}</span>
      ))}
    </span>
  );
}

/** One bar that is shared by cooperation, neutral and conflict. */
export function BalanceBar(props: { counts: Record<string, number>; most?: number }) {
  const spoken = useSpeech();
  const total = sum(props.counts);
  const parts = STANCES.filter((stance) => props.counts[stance]);
  const text = parts.map((stance) => `${term(spoken, stance)} ${number(props.counts[stance]!, spoken.language)}`).join(", ");
  return (
    <span class="balance" role="img" aria-label={text} title={text} style={{ width: `${(100 * total) / (props.most ?? total)}%` }}>
      {parts.map((stance) => <span key={stance} class={`back-${stance}`} style={{ flexGrow: props.counts[stance] }} />)}
    </span>
  );
}
