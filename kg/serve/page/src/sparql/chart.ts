// Results as bars: a column of numbers by the first other columns.
import type { Speech } from "../language";
import { number } from "../language";
import { type Row, type Yasr, icon, isNumber, rows } from "./results";

const MOST = 60;

export interface Bar {
  name: string;
  value: number;
}

const falling = (values: number[]) => values.every((value, place) => place === 0 || value <= values[place - 1]!);

/** The bars of a table, of the column of numbers that it is ordered by, if any; null where there is none of numbers. */
export function bars(variables: string[], found: Row[]): Bar[] | null {
  const filled = (name: string) => found.filter((row) => row[name]);
  const numbers = variables.filter((name) => filled(name).length > 0 && filled(name).every((row) => isNumber(row[name])));
  const numeric = numbers.find((name) => falling(filled(name).map((row) => Number(row[name]!.value)))) ?? numbers[0];
  if (!numeric) return null;
  const names = variables.filter((name) => !numbers.includes(name) && filled(name).some((row) => !isNumber(row[name]))).slice(0, 2);
  return found
    .filter((row) => row[numeric])
    .map((row, place) => ({
      name: names.map((name) => row[name]?.value ?? "").filter(Boolean).join(" – ") || String(place + 1),
      value: Number(row[numeric]!.value),
    }))
    .slice(0, MOST);
}

export function chartPlugin(spoken: Speech) {
  return class {
    priority = 8;
    label = spoken.words.chart;
    constructor(private readonly yasr: Yasr) {}

    canHandleResults(): boolean {
      const { variables, rows: found } = rows(this.yasr);
      return bars(variables, found) !== null;
    }

    draw(): void {
      const { variables, rows: found } = rows(this.yasr);
      this.yasr.resultsEl.append(drawn(bars(variables, found) ?? [], spoken));
    }

    getIcon(): Element {
      return icon("M4 17V9M10 17V3M16 17v-5");
    }
  };
}

function drawn(found: Bar[], spoken: Speech): HTMLElement {
  const most = Math.max(1e-9, ...found.map((bar) => Math.abs(bar.value)));
  const list = document.createElement("ol");
  list.className = "bar-chart";
  for (const bar of found) {
    const line = document.createElement("li");
    const name = Object.assign(document.createElement("span"), { className: "bar-name", textContent: bar.name, title: bar.name });
    const track = Object.assign(document.createElement("span"), { className: "bar-track" });
    const fill = Object.assign(document.createElement("span"), { className: "bar-fill" });
    fill.style.width = `${(100 * Math.abs(bar.value)) / most}%`;
    track.append(fill);
    line.append(name, track, Object.assign(document.createElement("span"), { className: "bar-value", textContent: number(bar.value, spoken.language) }));
    list.append(line);
  }
  return list;
}
