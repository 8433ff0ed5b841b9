// The SPARQL editor: YASGUI, loaded when it is asked for, with the ready questions and two ways of drawing results.
import { useEffect, useRef, useState } from "preact/hooks";
import { useAsk } from "../ask";
import { useSpeech } from "../language";
import { Loaded } from "../parts/common";
import { useTitle } from "../parts/title";
import type { Parameters } from "../route";
import type { Names, Question } from "../types";
import type { Opened } from "../sparql/yasgui";

export function Editor(_: { given: Parameters }) {
  const { words } = useSpeech();
  const asked = useAsk<{ questions: Question[] }>("questions");
  useTitle(words.endpoint);
  return (
    <div class="editor">
      <div class="section-head">
        <h1 class="small">{words.endpoint}</h1>
        <code class="endpoint">{`${location.origin}/sparql`}</code>
      </div>
      <Loaded asked={asked}>{({ questions }) => <Yasgui questions={questions} />}</Loaded>
      <p class="quiet">{words.share}</p>
    </div>
  );
}

function Yasgui(props: { questions: Question[] }) {
  const spoken = useSpeech();
  const { words, language } = spoken;
  const [chosen, setChosen] = useState<Question | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const opened = useRef<Opened | null>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let wanted = true;
    void Promise.all([import("../sparql/yasgui"), styled()]).then(([{ open }]) => {
      if (!wanted || !box.current) return;
      opened.current = open(box.current, spoken);
      setReady(true);
    });
    return () => {
      wanted = false;
      opened.current?.close();
    };
  }, [spoken]);
  const choose = (name: string) => {
    const question = props.questions.find((each) => each.name === name);
    setChosen(question ?? null);
    if (question) opened.current?.ask(spokenIn(question.titles), question.sparql);
  };
  const spokenIn = (texts: Names) => texts[language] ?? texts.en ?? "";
  return (
    <>
      <label class="stacked examples"><span>{words.examples}</span>
        <select value="" disabled={!ready} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{words.chooseExample}</option>
          {props.questions.map((each) => <option key={each.name} value={each.name} title={spokenIn(each.descriptions)}>{spokenIn(each.titles)}</option>)}
        </select>
      </label>
      {chosen && <p class="quiet" role="status">{spokenIn(chosen.descriptions)}</p>}
      <div ref={box} class="yasgui-box" />
      {!ready && <p class="loading" role="status"><span class="spinner" aria-hidden="true" />{words.loading}</p>}
    </>
  );
}

/** The editor's style sheet, once. */
function styled(): Promise<void> {
  const target = document.body.dataset.editorStyle!;
  if (document.querySelector(`link[href="${target}"]`)) return Promise.resolve();
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: target });
  return new Promise((resolve) => {
    link.onload = () => resolve();
    link.onerror = () => resolve();
    document.head.append(link);
  });
}
