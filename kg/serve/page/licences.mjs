// The licences of what is bundled. In: package-lock.json and the packages it names. Out: name, version, licence, text.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

// Makes the bundle, and is no part of it.
const TOOLS = new Set(["esbuild"]);

export async function licences() {
  const lock = JSON.parse(await readFile("package-lock.json", "utf8"));
  const found = [];
  for (const place of reached(lock.packages)) {
    const { name, version, license } = JSON.parse(await readFile(join(place, "package.json"), "utf8"));
    const own = await text(place);
    found.push({ name, version, licence: plain(license) || named(own), text: own });
  }
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The folders of all packages that the dependencies lead to. */
function reached(packages) {
  const seen = new Set();
  const open = Object.keys(packages[""].dependencies)
    .filter((name) => !TOOLS.has(name))
    .map((name) => ["", name]);
  while (open.length) {
    const [from, name] = open.pop();
    const place = resolved(packages, from, name);
    if (!place || seen.has(place)) continue;
    seen.add(place);
    const { dependencies = {}, peerDependencies = {} } = packages[place];
    open.push(...Object.keys({ ...dependencies, ...peerDependencies }).map((each) => [place, each]));
  }
  return [...seen].sort();
}

/** Where Node would find a package: beside the one that needs it, or further up. */
function resolved(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    const place = `${folder ? `${folder}/` : ""}node_modules/${name}`;
    if (packages[place]) return place;
    if (!folder) return null;
  }
}

function plain(licence) {
  return typeof licence === "string" ? licence : (licence?.type ?? "");
}

/** What a licence's text calls itself, where the package does not. */
function named(own) {
  return /permission is hereby granted, free of charge/i.test(own) ? "MIT" : (own.split("\n").find(Boolean) ?? "");
}

async function text(folder) {
  const file = (await readdir(folder)).find((name) => /^(licen[cs]e|copying)/i.test(name));
  return file ? readFile(join(folder, file), "utf8") : "";
}
