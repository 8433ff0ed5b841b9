// The search field: suggestions while typing, chosen by mouse or keys (the combobox pattern of ARIA).
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { ask } from "../ask";
import { capital, nameOf, term, title, useSpeech } from "../language";
import { address, go, page } from "../route";
import type { Found, FoundList } from "../types";
import { Dot } from "./common";

const PAUSE = 70;

export function SearchBox(props: { large?: boolean; words?: string }) {
  const { words, language } = useSpeech();
  const [typed, setTyped] = useState(props.words ?? "");
  const [list, setList] = useState<FoundList | null>(null);
  const found = list?.found ?? null;
  const [active, setActive] = useState(-1);
  const box = useRef<HTMLInputElement>(null);
  const id = useId();

  const given = useRef(props.words);
  useEffect(() => {
    if (given.current === props.words) return; // what is typed while the page comes up is kept
    given.current = props.words;
    setTyped(props.words ?? "");
  }, [props.words]);

  useEffect(() => {
    if (!typed.trim() || document.activeElement !== box.current) {
      setList(null);
      return;
    }
    let wanted = true;
    const timer = setTimeout(() => {
      ask<FoundList>("suggest", { q: typed, lang: language }).then(
        (answer) => {
          if (!wanted) return;
          setList(answer);
          setActive(-1);
        },
        () => wanted && setList(null),
      );
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [typed, language]);

  const open = (target: string) => {
    setList(null);
    box.current?.blur();
    go(target);
    scrollTo(0, 0);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const chosen = found?.[active];
    if (chosen) open(page(chosen.iri));
    else if (typed.trim()) open(address({ q: typed.trim() }));
  };
  const move = (event: KeyboardEvent) => {
    if (event.key === "Escape") setList(null);
    if (!found?.length || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    const places = found.length + 1; // one more for the field itself
    setActive(((active + 1 + step + places) % places) - 1);
  };

  return (
    <form class={props.large ? "search large" : "search"} role="search" onSubmit={submit} action="/" method="get">
      <svg class="search-icon" viewBox="0 0 20 20" aria-hidden="true"><circle cx="8.5" cy="8.5" r="5.5" /><path d="m13 13 4.5 4.5" /></svg>
      <input
        ref={box}
        type="search"
        name="q"
        role="combobox"
        list={undefined}
        aria-label={words.search}
        aria-autocomplete="list"
        aria-expanded={found !== null}
        aria-controls={id}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={props.large ? words.searchHint : `${words.search} …`}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={move}
        onBlur={() => setTimeout(() => setList(null), 150)}
      />
      <ul id={id} role="listbox" aria-label={words.suggestions} class="suggestions" hidden={found === null}>
        {found?.length === 0 && <li class="quiet" role="option" aria-disabled="true" aria-selected={false}>{words.noSuggestion}</li>}
        {found?.map((each, place) => (
          <li
            key={each.iri}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === active}
            onMouseDown={(event) => {
              event.preventDefault();
              open(page(each.iri));
            }}
            onMouseEnter={() => setActive(place)}
          >
            <FoundLine found={each} things={list!.things} />
          </li>
        ))}
      </ul>
    </form>
  );
}

/** A thing that was found: its name, the form that fits if it is another, what it is. */
export function FoundLine(props: { found: Found; things: FoundList["things"] }) {
  const spoken = useSpeech();
  const { words, language } = spoken;
  const { found } = props;
  const name = found.sort === "entity" ? nameOf(found, language) : found.event ? title(found.event, props.things, spoken) : found.label;
  return (
    <>
      <span class="found-name">
        {found.sort === "entity" ? <Dot kind={found.kind} /> : <span class={`glyph of-${found.sort}`} aria-hidden="true" />}
        <bdi>{name}</bdi>
        {found.name !== name && found.sort === "entity" && <span class="quiet found-form">{found.name}</span>}
      </span>
      <span class="quiet found-kind">{found.sort === "article" ? words.sort.article : capital(term(spoken, found.kind))}</span>
    </>
  );
}
