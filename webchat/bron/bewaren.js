// @ts-check
// The conversation on paper and as a file.

import * as T from "./teksten.js";
import { bewaarBestand, blad, maak } from "./knoop.js";
import { inWoorden } from "./bouw.js";
import PAPIER from "./papier.css";

/** @typedef {import("./gesprek.js").Regel} Regel */

/** @param {number} tijd */
export const klok = (tijd) => new Date(tijd).toLocaleTimeString("nl-BE", { hour: "2-digit", minute: "2-digit" });

/** @param {number} tijd */
const dag = (tijd) => new Date(tijd).toLocaleDateString("nl-BE", { day: "numeric", month: "long", year: "numeric" });

/** @param {string} naam of the file @param {string[]} delen */
export const bewaarTekst = (naam, delen) =>
  bewaarBestand(`${naam}.txt`, [`${T.titel}, ${dag(Date.now())}`, ...delen, T.berekening_let_op].join("\n\n") + "\n");

/** The whole conversation in plain text. @param {Regel[]} regels */
export const bewaarGesprek = (regels) =>
  bewaarTekst(
    T.bestand_gesprek,
    regels.map(({ wie, tijd, tekst, bericht }) =>
      wie === "melding"
        ? `(${tekst})`
        : `${klok(tijd)} ${wie === "jij" ? T.jij : T.assistent}\n${bericht ? inWoorden(bericht, true) : tekst}`,
    ),
  );

/**
 * Prints copies of these nodes and nothing else of the page: in a frame of their own, that is empty and so loads nothing.
 * @param {Node[]} knopen
 */
export async function drukAf(knopen) {
  const kader = maak("iframe", { "aria-hidden": "true", tabindex: -1 });
  Object.assign(kader.style, { position: "fixed", width: "0", height: "0", border: "0" });
  document.body.append(kader);
  // Firefox puts another empty page in it once it has loaded.
  if (kader.contentDocument?.readyState !== "complete") await new Promise((klaar) => (kader.onload = klaar));
  const venster = /** @type {(Window & typeof globalThis) | null} */ (kader.contentWindow);
  const papier = kader.contentDocument;
  if (!venster || !papier) return;
  papier.title = T.titel;
  papier.documentElement.lang = "nl";
  papier.adoptedStyleSheets = [blad(PAPIER, venster)];
  papier.body.append(
    maak("h1", {}, `${T.titel}, ${dag(Date.now())}`),
    ...knopen.map((knoop) => papier.importNode(knoop, true)),
    maak("p", {}, T.berekening_let_op),
  );
  await Promise.allSettled([...papier.images].map((plaatje) => plaatje.decode()));
  // Where the browser says when it is done, the frame goes then; else it would go while it is being printed.
  venster.addEventListener("afterprint", () => setTimeout(() => kader.remove()));
  venster.print();
}
