// Bundles the page. In: src/, style/, node_modules/. Out: dist/ (the page that is served) and, in the folder given as
// the first argument, the script and style of the one-file page that `kg export` writes.
import { build } from "esbuild";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { licences } from "./licences.mjs";

/** Gives the source of a worker as text (`import source from "./name.ts?worker"`), so that it needs no file of its own. */
const workers = {
  name: "workers",
  setup(bundler) {
    bundler.onResolve({ filter: /\?worker$/ }, ({ path, resolveDir }) => ({ path: join(resolveDir, path.slice(0, -7)), namespace: "worker" }));
    bundler.onLoad({ filter: /.*/, namespace: "worker" }, async ({ path }) => {
      const { outputFiles } = await build({ entryPoints: [path], bundle: true, minify: true, write: false, format: "iife", target: ["es2022"] });
      return { contents: outputFiles[0].text, loader: "text" };
    });
  },
};

const common = {
  bundle: true,
  plugins: [workers],
  minify: true,
  target: ["es2022"],
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "none",
  logLevel: "warning",
  define: { "process.env.NODE_ENV": '"production"' },
};

async function served(folder) {
  await rm(folder, { recursive: true, force: true });
  const { metafile } = await build({
    ...common,
    entryPoints: ["src/main.tsx", "style/main.css", "style/editor.css"],
    outdir: folder,
    entryNames: "[name]-[hash]",
    format: "esm",
    splitting: true,
    metafile: true,
  });
  const made = Object.fromEntries(
    Object.entries(metafile.outputs)
      .filter(([, output]) => output.entryPoint)
      .map(([file, output]) => [output.entryPoint, basename(file)]),
  );
  let page = await readFile("src/index.html", "utf8");
  for (const entry of ["src/main.tsx", "style/main.css", "style/editor.css"]) {
    page = page.replaceAll(`{${entry}}`, `/page/${made[entry]}`);
  }
  await writeFile(join(folder, "index.html"), page);
  await writeFile(join(folder, "licences.json"), JSON.stringify(await licences()));
}

async function standalone(folder) {
  await mkdir(folder, { recursive: true });
  await build({ ...common, entryPoints: { standalone: "src/standalone.tsx" }, outdir: folder, format: "iife" });
  await build({ ...common, entryPoints: { standalone: "style/standalone.css" }, outdir: folder });
}

await served("dist");
if (process.argv[2]) {
  await standalone(process.argv[2]);
  await cp("dist/licences.json", join(process.argv[2], "licences.json"));
}
