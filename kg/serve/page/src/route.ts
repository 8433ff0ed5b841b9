// Which page is shown: the address is "/" with a query, so that every page can be linked to and opened offline.
//
// ?iri=…            an entity, event or article     ?q=…              search
// ?view=graph|calendar|articles|editor|about        (nothing)         the start page
import { useEffect, useState } from "preact/hooks";

export type Parameters = Record<string, string>;

const CHANGED = "kg:moved";

export function parameters(): Parameters {
  return Object.fromEntries(new URLSearchParams(location.search));
}

/** The address of a page; empty values are left out. */
export function address(given: Parameters, fragment = ""): string {
  const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ""));
  const text = query.toString();
  return `/${text ? `?${text}` : ""}${fragment}`;
}

/** The page of an IRI; the place in an article that a mention's IRI names stays. */
export function page(iri: string): string {
  const [document, place] = iri.split("#", 2);
  return address({ iri: document ?? iri }, place ? `#${place}` : "");
}

export function go(target: string, replace = false): void {
  history[replace ? "replaceState" : "pushState"](null, "", target);
  dispatchEvent(new Event(CHANGED));
}

/** The parameters of the current address, kept up to date. */
export function useParameters(): Parameters {
  const [current, set] = useState(parameters);
  useEffect(() => {
    const follow = () => set(parameters());
    addEventListener("popstate", follow);
    addEventListener(CHANGED, follow);
    return () => {
      removeEventListener("popstate", follow);
      removeEventListener(CHANGED, follow);
    };
  }, []);
  return current;
}

/** Follow links within the page without loading it anew. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element).closest?.("a");
  if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
  if (link.pathname !== "/") return;
  event.preventDefault();
  if (link.search === location.search && link.hash) {
    location.hash = link.hash;
    return;
  }
  go(link.search + link.hash || "/");
  if (!link.hash) scrollTo(0, 0);
}
