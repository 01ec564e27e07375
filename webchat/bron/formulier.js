// @ts-check
// Years with their study points, for who would rather fill in than type. What it sends is what a typed message would be.

import * as T from "./teksten.js";
import { icoon, icoonknop, knop, maak, vul } from "./knoop.js";

/** More than anyone takes up in a year; the assistant itself decides what is possible. */
const MEESTE_PUNTEN = 120;
const MEESTE_JAREN = 8;

/** @param {{opgenomen: number, geslaagd: number}[]} jaren */
export const rekenzin = (jaren) =>
  vul(T.rekenzin, { jaren: jaren.map((jaar, i) => vul(T.rekenzin_jaar, { n: i + 1, ...jaar })).join(" ") });

/** @param {string} naam @param {string} id */
function veld(naam, id) {
  const invoer = maak("input", { id, type: "text", inputmode: "numeric", autocomplete: "off", maxlength: 3, "aria-describedby": `${id}-fout` });
  const fout = maak("p", { id: `${id}-fout`, class: "fouttekst", hidden: true });
  return { invoer, fout, element: maak("div", {}, maak("label", { for: id }, naam), invoer, fout) };
}

/**
 * @param {{klaar: (zin: string) => void, sluit: () => void, zeg: (tekst: string) => void}} wat
 * @returns {HTMLFormElement}
 */
export function formulier({ klaar, sluit, zeg }) {
  /** @type {{groep: HTMLFieldSetElement, legende: HTMLElement, weg: HTMLButtonElement, opgenomen: ReturnType<typeof veld>, geslaagd: ReturnType<typeof veld>}[]} */
  const jaren = [];
  let teller = 0;

  const nummer = () => {
    jaren.forEach(({ legende, weg }, i) => {
      legende.textContent = vul(T.jaar, { n: i + 1 });
      const naam = vul(T.jaar_weg, { n: i + 1 });
      weg.setAttribute("aria-label", naam);
      weg.title = naam;
      weg.hidden = jaren.length === 1;
    });
    erbij.hidden = jaren.length >= MEESTE_JAREN;
  };

  const nogEen = () => {
    teller += 1;
    const opgenomen = veld(T.opgenomen, `opgenomen-${teller}`);
    const geslaagd = veld(T.geslaagd, `geslaagd-${teller}`);
    const legende = maak("legend");
    const weg = icoonknop("", "weg", { class: "rond weg" });
    const groep = maak("fieldset", {}, legende, maak("div.velden", {}, opgenomen.element, geslaagd.element), weg);
    const jaar = { groep, legende, weg, opgenomen, geslaagd };
    weg.addEventListener("click", () => {
      const plaats = jaren.indexOf(jaar);
      jaren.splice(plaats, 1);
      jaren[Math.max(0, plaats - 1)].opgenomen.invoer.focus();
      groep.remove();
      zeg(vul(T.jaar_is_weg, { n: plaats + 1 }));
      nummer();
    });
    jaren.push(jaar);
    erbij.before(groep);
    nummer();
    return jaar;
  };

  /** @param {ReturnType<typeof veld>} v @param {string} zin empty: it is right */
  const keur = ({ invoer, fout }, zin) => {
    fout.hidden = !zin;
    fout.replaceChildren(...(zin ? [icoon("let"), zin] : []));
    if (zin) invoer.setAttribute("aria-invalid", "true");
    else invoer.removeAttribute("aria-invalid");
    return !zin;
  };

  /** @param {HTMLInputElement} invoer @param {number} minst */
  const getal = ({ value }, minst) => {
    const n = /^\s*\d{1,3}\s*$/.test(value) ? Number(value) : NaN;
    return n >= minst && n <= MEESTE_PUNTEN ? n : NaN;
  };

  const erbij = knop(T.jaar_erbij, "plus", { class: "knop erbij", onclick: () => nogEen().opgenomen.invoer.focus() });
  const formulier = maak(
    "form.vel",
    { "aria-labelledby": "rekentitel", novalidate: true },
    maak("h3", { id: "rekentitel" }, T.rekenhulp_titel),
    maak("p", {}, T.rekenhulp_uitleg),
    erbij,
    maak(
      "div.rijtje",
      {},
      knop(T.annuleer, "", { onclick: sluit }),
      knop(T.bereken, "", { type: "submit", class: "knop hoofd" }),
    ),
  );
  nogEen();
  formulier.addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    const gelezen = jaren.map(({ opgenomen, geslaagd }) => {
      const op = getal(opgenomen.invoer, 1);
      const door = getal(geslaagd.invoer, 0);
      keur(opgenomen, Number.isNaN(op) ? vul(T.vul_opgenomen, { max: MEESTE_PUNTEN }) : "");
      keur(geslaagd, Number.isNaN(door) ? vul(T.vul_getal, { max: MEESTE_PUNTEN }) : door > op ? T.meer_geslaagd : "");
      return { opgenomen: op, geslaagd: door };
    });
    const eersteFout = formulier.querySelector('[aria-invalid="true"]');
    if (eersteFout instanceof HTMLElement) eersteFout.focus();
    else klaar(rekenzin(gelezen));
  });
  return formulier;
}
