// Packs the modules of a folder into one file, as small as it gets: node pak.mjs FOLDER FILE. Called by scripts/widget.py.
import { build, transform } from "esbuild";
import { readFile, writeFile } from "node:fs/promises";
import { minify } from "terser";

const [bron, doel] = process.argv.slice(2);

/** Style sheets come along as text, without the spaces. */
const stijlen = {
  name: "stijlen",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

const { outputFiles } = await build({
  entryPoints: [`${bron}/widget.js`],
  bundle: true,
  write: false,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  plugins: [stijlen],
});
const { code } = await minify(outputFiles[0].text, {
  ecma: 2020,
  compress: { passes: 4, unsafe_arrows: true },
  mangle: true,
  format: { preamble: "// Made by scripts/widget.py" },
});
await writeFile(doel, `${code}\n`);
