// Starts the page.
import { render } from "preact";
import { App } from "./app";
import { applyAppearance } from "./parts/appearance";

applyAppearance();
render(<App />, document.getElementById("app")!);
