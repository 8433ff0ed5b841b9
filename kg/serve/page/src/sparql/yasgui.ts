// YASGUI with our endpoint, prefixes and result views; nothing in it asks another host.
import Yasgui from "@zazuko/yasgui";
import type { Speech } from "../language";
import { chartPlugin } from "./chart";
import { graphPlugin } from "./graph";

export interface Opened {
  /** Put a query in a tab of its own and run it. */
  ask: (name: string, sparql: string) => void;
  close: () => void;
}

export function open(box: HTMLElement, spoken: Speech): Opened {
  const endpoint = `${location.origin}/sparql`;
  translate(spoken);
  complete(spoken);
  Yasgui.Yasr.registerPlugin("Chart", chartPlugin(spoken) as never);
  Yasgui.Yasr.registerPlugin("Graph", graphPlugin(spoken) as never);
  const yasgui = new Yasgui(box, {
    requestConfig: { endpoint, method: "POST" },
    copyEndpointOnNewTab: true,
    persistenceId: "kg.editor",
    autofocus: false,
    yasqe: {
      value: blank(spoken),
      prefixCcApi: `${location.origin}/api/prefixes`,
      createShareableLink: (yasqe: { configToQueryParams: () => Record<string, string> }) =>
        `${location.origin}/?view=editor#${new URLSearchParams(yasqe.configToQueryParams())}`,
    } as never,
    yasr: {
      prefixes: spoken.vocabulary.namespaces,
      pluginOrder: ["table", "Chart", "Graph", "boolean", "response"],
      defaultPlugin: "table",
    } as never,
  });
  const named = new MutationObserver(() => name(box, spoken));
  named.observe(box, { childList: true, subtree: true });
  name(box, spoken);
  return {
    ask: (name, sparql) => {
      const tab = yasgui.addTab(true, { name, ...({ yasqe: { value: sparql } } as object) }, { avoidDuplicateTabs: true });
      tab.setQuery(sparql);
      void tab.query();
    },
    close: () => {
      named.disconnect();
      yasgui.destroy();
    },
  };
}

/** Screen readers say what the field of each tab is for; the editor does not name it. */
function name(box: HTMLElement, { words }: Speech): void {
  for (const field of box.querySelectorAll("textarea:not([aria-label])")) field.setAttribute("aria-label", words.query);
}

/** Complete our own classes and properties; the editor's way would ask another host. */
function complete({ vocabulary }: Speech): void {
  const { classes, events, relations, roles, namespaces } = vocabulary;
  const iris = (...parts: object[]) => parts.flatMap((part) => Object.keys(part).map((name) => namespaces.kg + name)).sort();
  const { Yasqe } = Yasgui;
  const own = { class: iris(classes, events), property: iris(roles, relations) };
  for (const [name, found] of Object.entries(own)) {
    Yasqe.forkAutocompleter(name, { name: `own-${name}`, get: () => Promise.resolve(found), bulk: true, persistenceId: null } as never, false);
  }
  Yasqe.defaults.autocompleters = ["prefixes", "variables", ...Object.keys(own).map((name) => `own-${name}`)];
}

/** What a new tab begins with. */
function blank({ vocabulary: { namespaces } }: Speech): string {
  const prefixes = ["kg", "rdfs"].map((name) => `PREFIX ${name}: <${namespaces[name]}>`).join("\n");
  return `${prefixes}\n\nSELECT ?day ?what\nWHERE {\n  ?event kg:date ?day ; rdfs:label ?what .\n}\nORDER BY DESC(?day)\nLIMIT 20\n`;
}

/** The built-in views under names in the language of the interface. */
function translate({ words }: Speech): void {
  for (const [name, label] of [["table", words.table], ["response", words.response]] as const) {
    const View = Yasgui.Yasr.plugins[name] as unknown as new (...given: unknown[]) => object;
    class Named extends View {
      label = label;
    }
    Yasgui.Yasr.registerPlugin(name, Object.assign(Named, View) as never);
  }
}
