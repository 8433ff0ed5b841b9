// The current view as a file.
import { useId } from "preact/hooks";
import { url } from "../ask";
import { useSpeech } from "../language";
import type { Parameters } from "../route";

export function Download(props: { given: Parameters }) {
  const { words } = useSpeech();
  const id = useId();
  return (
    <details class="download">
      <summary class="button" aria-describedby={id}>
        <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M10 3v9m-4-3.5 4 4 4-4M4 16.5h12" /></svg>
        {words.download}
      </summary>
      <div class="popover">
        <p id={id} class="quiet">{words.downloadHint}</p>
        {Object.entries(words.formats).map(([format, purpose]) => (
          <a key={format} href={url("download", { ...props.given, format })} download>
            <strong>{format === "ttl" ? "Turtle" : format === "graphml" ? "GraphML" : format.toUpperCase()}</strong>
            <span class="quiet">{purpose}</span>
          </a>
        ))}
      </div>
    </details>
  );
}
