// What this is, where the data is, and the licences of what is bundled.
import { useEffect, useState } from "preact/hooks";
import { useSpeech } from "../language";
import { Section } from "../parts/common";
import { useTitle } from "../parts/title";
import type { Parameters } from "../route";
import type { Licence } from "../types";

export function About(_: { given: Parameters }) {
  const { words, vocabulary } = useSpeech();
  const [licences, setLicences] = useState<Licence[]>([]);
  useTitle(words.about);
  useEffect(() => {
    void fetch("/page/licences.json").then((response) => response.json()).then(setLicences);
  }, []);
  return (
    <div class="about">
      <h1>{words.about}</h1>
      <p>{words.aboutText}</p>
      <Section title={words.aboutData} id="data">
        <p>{words.aboutDataText}</p>
        <ul>
          <li><a href="/sparql" target="_blank" rel="noopener">/sparql</a></li>
          <li><a href="/.well-known/void" target="_blank" rel="noopener">/.well-known/void</a></li>
          <li><code>{vocabulary.base}</code></li>
        </ul>
      </Section>
      <Section title={words.bundled} id="bundled">
        <p>{words.bundledText}</p>
        <ul class="licences">
          {licences.map((each) => (
            <li key={each.name}>
              <strong>{each.name}</strong> <span class="quiet">{each.version} · {each.licence}</span>
              {each.text && <details><summary>{words.showLicence}</summary><pre>{each.text}</pre></details>}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
