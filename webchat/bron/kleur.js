// @ts-check
// A school picks one colour; these keep what is written on it, and with it, readable.

/** @typedef {[number, number, number]} Rgb from 0 to 1 */

/** The grounds on which the colour also serves for text, as in schil.css. @type {Record<"licht" | "donker", Rgb>} */
const GROND = { licht: [0.957, 0.965, 0.976], donker: [0.118, 0.145, 0.184] };
/** WCAG 2.2 asks 4.5 of text; the rest is for the tint under a pointer. */
const GENOEG = 5.4;

/** @param {Rgb} kleur */
function helderheid(kleur) {
  const [r, g, b] = kleur.map((k) => (k <= 0.04045 ? k / 12.92 : ((k + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param {Rgb} a @param {Rgb} b */
export function contrast(a, b) {
  const [laag, hoog] = [helderheid(a), helderheid(b)].sort((x, y) => x - y);
  return (hoog + 0.05) / (laag + 0.05);
}

/** Any colour that CSS knows, as numbers; null for what is none. @param {string} waarde @param {HTMLElement} proef an element on the page */
export function leesKleur(waarde, proef) {
  proef.style.color = "";
  proef.style.color = `color-mix(in srgb, ${waarde} 100%, white 0%)`;
  const delen = proef.style.color && /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)/.exec(getComputedStyle(proef).color);
  proef.style.color = "";
  return delen ? /** @type {Rgb} */ (delen.slice(1, 4).map((deel) => Math.min(1, Math.max(0, Number(deel))))) : null;
}

/** Moved towards black or white until it can be read on `grond`. @param {Rgb} kleur @param {Rgb} grond @param {number} naar 0 or 1 */
function leesbaar(kleur, grond, naar) {
  let k = kleur;
  for (let deel = 0; contrast(k, grond) < GENOEG && deel < 1; ) {
    deel += 0.04;
    k = /** @type {Rgb} */ (kleur.map((x) => x + (naar - x) * Math.min(deel, 1)));
  }
  return k;
}

/** @param {Rgb} kleur */
const css = (kleur) => `rgb(${kleur.map((k) => Math.round(k * 255)).join(" ")})`;

/** The colours that follow from one. @param {Rgb} kleur @returns {Record<string, string>} */
export function afgeleid(kleur) {
  const wit = contrast(kleur, [1, 1, 1]) >= contrast(kleur, [0, 0, 0]);
  return {
    "--accent": css(kleur),
    "--op-accent": wit ? "#fff" : "#000",
    "--accent-licht": css(leesbaar(kleur, GROND.licht, 0)),
    "--accent-donker": css(leesbaar(kleur, GROND.donker, 1)),
  };
}
