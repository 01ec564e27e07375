// Packs the modules of a folder into one file, as small as it gets: node pak.mjs FOLDER FILE. Called by scripts/widget.py.
import { build, transform } from "esbuild";
import { readFile } from "node:fs/promises";

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

await build({
  entryPoints: [`${bron}/widget.js`],
  outfile: doel,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  banner: { js: "// Made from webchat/bron by scripts/widget.py; change it there." },
  plugins: [stijlen],
});
