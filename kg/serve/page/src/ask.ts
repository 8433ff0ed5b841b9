// Questions to the service, answered once and kept for a while.
import { useEffect, useState } from "preact/hooks";
import { address, type Parameters } from "./route";

const KEPT = 60;
const kept = new Map<string, Promise<unknown>>();

export class Refused extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

export function url(name: string, given: Parameters = {}): string {
  return `/api/${name}${address(given).slice(1)}`;
}

export function ask<Answer>(name: string, given: Parameters = {}): Promise<Answer> {
  const target = url(name, given);
  const known = kept.get(target) as Promise<Answer> | undefined;
  if (known) return known;
  const answer = fetched<Answer>(target);
  kept.set(target, answer);
  answer.catch(() => kept.delete(target));
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT && oldest) kept.delete(oldest);
  return answer;
}

let state: string | null = null;

/** Forget what is kept when the store has changed: what is looked at next is asked for anew. */
function follow(tag: string | null): void {
  if (tag === null || tag === state) return;
  if (state !== null) kept.clear();
  state = tag;
}

async function fetched<Answer>(target: string): Promise<Answer> {
  const response = await fetch(target, { headers: { accept: "application/json" } });
  follow(response.headers.get("etag"));
  const answer = await response.json();
  if (!response.ok) throw new Refused(answer.error ?? response.statusText, response.status);
  return answer as Answer;
}

export interface Asked<Answer> {
  answer?: Answer;
  error?: Error;
  again: () => void;
}

/** A long list, a part at a time: what was asked for so far, and how to ask for more. */
export function usePages<Answer>(name: string, given: Parameters, size: number): { asked: Asked<Answer[]>; more: (offset: number) => void } {
  const target = url(name, given);
  const first = useAsk<Answer>(name, { ...given, limit: String(size) }, true);
  const [rest, setRest] = useState<{ target: string; answers: Answer[] }>({ target, answers: [] });
  const later = rest.target === target ? rest.answers : [];
  const more = (offset: number) =>
    void ask<Answer>(name, { ...given, limit: String(size), offset: String(offset) }).then(
      (answer) => setRest({ target, answers: [...later, answer] }),
      () => undefined, // the button is still there, to be pressed again
    );
  const { answer, error, again } = first;
  return { asked: { answer: answer === undefined ? undefined : [answer, ...later], error, again }, more };
}

/** An answer that follows its question; the one before stays until the next is there, if `keep` says so. */
export function useAsk<Answer>(name: string, given: Parameters = {}, keep = false): Asked<Answer> {
  const target = url(name, given);
  const [state, set] = useState<{ target: string; answer?: Answer; error?: Error }>({ target });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let wanted = true;
    const settle = (result: { answer?: Answer; error?: Error }) => wanted && set({ target, ...result });
    ask<Answer>(name, given).then(
      (answer) => settle({ answer }),
      (error: Error) => settle({ error }),
    );
    return () => {
      wanted = false;
    };
  }, [target, round]);
  const again = () => setRound(round + 1);
  return state.target === target || keep ? { ...state, again } : { again };
}
