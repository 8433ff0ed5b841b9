// What the two views of results read: rows, whichever way YASR has parsed them.

export interface Term {
  type: string;
  value: string;
  datatype?: string;
}

export type Row = Record<string, Term>;

export interface Yasr {
  resultsEl: HTMLElement;
  results?: { getVariables: () => string[]; getBindings: () => Row[] | undefined; getBoolean: () => boolean | undefined };
}

export function rows(yasr: Yasr): { variables: string[]; rows: Row[] } {
  const { results } = yasr;
  if (!results || typeof results.getBoolean() === "boolean") return { variables: [], rows: [] };
  return { variables: results.getVariables() ?? [], rows: results.getBindings() ?? [] };
}

export function isNumber(term: Term | undefined): boolean {
  return term !== undefined && term.type !== "uri" && term.value.trim() !== "" && Number.isFinite(Number(term.value));
}

export function icon(path: string): Element {
  const box = document.createElement("div");
  box.innerHTML = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.8" aria-hidden="true"><path d="${path}"/></svg>`;
  return box.firstElementChild!;
}
