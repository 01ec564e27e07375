// @ts-check
// <leerkrediet-assistent>: the button on the page and the panel with the conversation.

import { blad, icoon, icoonknop, maak, verborgen, vul, zegHardop } from "./knoop.js";
import { leesStand } from "./opslag.js";
import * as T from "./teksten.js";
import { Venster } from "./venster.js";
import GESPREK from "./gesprek.css";
import SCHIL from "./schil.css";

const NAAM = "leerkrediet-assistent";
/** The colour that a school chooses. What is written on it, and with it, follows from it in schil.css. */
const KLEUR = "--leerkrediet-kleur";
/** What a school may say, on the element or as data- on the script. */
const ATTRIBUTEN = ["titel", "kleur", "thema", "positie", "begroeting", "instelling", "oproep"];
/** The phone, and a window that zooming made as small. As in schil.css. */
const SMAL = "(max-width: 479px), (max-height: 430px)";

/** The folder that the script came from, and with it the server. */
let basis = new URL(location.href);
/** The one on the page that is shown. @type {LeerkredietAssistent | null} */
let enige = null;

export class LeerkredietAssistent extends HTMLElement {
  static observedAttributes = ATTRIBUTEN;

  /** @type {Venster | null} */
  #venster = null;
  #nieuw = 0;
  #school = "";
  #overloop = "";
  #smal = matchMedia(SMAL);
  #weg = new AbortController();
  #teller = maak("span.teller", { hidden: true });
  #naam = maak("span.naam", {});
  #oproep = maak(
    "button",
    { type: "button", class: "oproep", "aria-haspopup": "dialog", onclick: () => this.open() },
    icoon("praat"),
    this.#naam,
    this.#teller,
  );
  #kop = maak("h2", { id: "titel", tabindex: -1 });
  #wie = maak("p", { id: "wie" });
  #hardop = maak("div.gehoord", { "aria-live": "polite" });
  #buiten = maak("div.gehoord", { "aria-live": "polite" });
  /** Where the server is. */
  basis = basis;
  sluit = icoonknop(T.sluit, "sluit", { onclick: () => this.sluiten() });
  inhoud = maak("div.inhoud", {});
  paneel = maak(
    "dialog.paneel",
    { "aria-labelledby": "titel",
      "aria-describedby": "wie",
      onkeydown: (/** @type {KeyboardEvent} */ gebeurtenis) => this.#toets(gebeurtenis),
      oncancel: (/** @type {Event} */ gebeurtenis) => this.#terug(gebeurtenis),
    },
    maak(
      "div.kop",
      {},
      maak("div.merk", {}, icoon("praat")),
      maak("div.namen", {}, this.#kop, this.#wie),
      this.sluit,
    ),
    this.inhoud,
    this.#hardop,
  );

  constructor() {
    super();
    this.wortel = this.attachShadow({ mode: "open" });
    this.wortel.adoptedStyleSheets = [blad(SCHIL)];
    this.wortel.append(this.#oproep, this.#buiten, this.paneel);
  }

  connectedCallback() {
    // One conversation, one window on it: a second one would only show the same.
    this.toggleAttribute("dubbel", enige !== null && enige !== this);
    if (this.hasAttribute("dubbel")) return;
    enige = this;
    this.#weg = new AbortController();
    const { signal } = this.#weg;
    this.lang ||= "nl-BE";
    this.#pasAan();
    this.#smal.addEventListener("change", () => this.#andersBreed(), { signal });
    for (const soort of ["resize", "scroll"]) visualViewport?.addEventListener(soort, () => this.#pasHoogteAan(), { signal });
    // Made at the first opening: a page on which nobody asks anything does without.
    // After a page change an open conversation is there again, but takes no focus.
    const vorig = leesStand();
    if (vorig?.open && !this.#smal.matches) this.open({ focus: false });
    else if (vorig?.regels.length) this.#gesprek();
  }

  disconnectedCallback() {
    if (enige !== this) return;
    enige = null;
    this.#weg.abort();
    this.#toonPagina();
    this.#venster?.stop();
    this.#venster = null;
    this.paneel.close();
    this.inhoud.replaceChildren();
  }

  attributeChangedCallback() {
    if (enige === this) this.#pasAan();
  }

  get titel() {
    return this.getAttribute("titel") || T.titel;
  }

  get begroeting() {
    return this.getAttribute("begroeting") || T.begroeting;
  }

  /** Opens the panel. Called by a key or a tap it takes the focus. */
  open({ focus = true } = {}) {
    const venster = this.#gesprek();
    if (!this.paneel.open) {
      this.#toon();
      this.#oproep.hidden = true;
      this.#nieuw = 0;
      this.#toonTeller();
      venster.geopend();
    }
    if (!focus) return;
    // On a phone the keyboard would jump up over the greeting.
    if (matchMedia("(pointer: coarse)").matches) this.#kop.focus();
    else venster.focus();
  }

  sluiten() {
    if (!this.paneel.open) return;
    this.paneel.close();
    this.#toonPagina();
    this.#oproep.hidden = false;
    this.#oproep.focus();
    this.#venster?.gesloten();
  }

  /** @param {string} tekst */
  zeg(tekst) {
    if (this.paneel.open) zegHardop(this.#hardop, tekst);
  }

  /** An answer that came while the panel was closed. @param {number} aantal */
  ongelezen(aantal) {
    if (this.paneel.open || !aantal) return;
    this.#nieuw += aantal;
    this.#toonTeller();
    zegHardop(this.#buiten, `${this.titel}: ${this.#ongelezenTekst()}`);
  }

  /** @param {string} naam */
  school(naam) {
    this.#school = naam;
    this.#pasAan();
  }

  #ongelezenTekst() {
    return vul(this.#nieuw === 1 ? T.ongelezen : T.ongelezen_meer, { n: this.#nieuw });
  }

  #toonTeller() {
    this.#teller.hidden = !this.#nieuw;
    this.#teller.replaceChildren(
      maak("span", { "aria-hidden": "true" }, String(this.#nieuw)),
      verborgen(`, ${this.#ongelezenTekst()}`),
    );
  }

  #pasAan() {
    this.#naam.textContent = this.getAttribute("oproep") || T.oproep;
    this.#kop.textContent = this.titel;
    const school = this.getAttribute("instelling") || this.#school;
    this.#wie.textContent = school ? vul(T.wie_school, { school }) : T.wie;
    const kleur = this.getAttribute("kleur");
    if (kleur) this.style.setProperty(KLEUR, kleur);
  }

  #gesprek() {
    if (!this.#venster) {
      this.wortel.adoptedStyleSheets = [blad(SCHIL), blad(GESPREK)];
      this.#venster = new Venster(this);
    }
    return this.#venster;
  }

  /** Beside the page on a wide screen; on a phone over it, and then the page cannot be reached by accident. */
  #toon() {
    if (this.#smal.matches) {
      this.paneel.showModal();
      this.#overloop = document.documentElement.style.overflow;
      document.documentElement.style.overflow = "hidden";
      this.#pasHoogteAan();
    } else {
      // show() would take the focus.
      this.paneel.open = true;
    }
  }

  #toonPagina() {
    if (document.documentElement.style.overflow === "hidden") document.documentElement.style.overflow = this.#overloop;
  }

  #andersBreed() {
    if (!this.paneel.open) return;
    const had = this.wortel.activeElement;
    this.paneel.close();
    this.#toonPagina();
    this.#toon();
    if (had instanceof HTMLElement) had.focus();
  }

  /** Keeps the panel above the keyboard on the screen. */
  #pasHoogteAan() {
    if (!visualViewport || !this.paneel.open || !this.#smal.matches) return;
    this.paneel.style.setProperty("--hoogte", `${visualViewport.height}px`);
    this.paneel.style.setProperty("--top", `${visualViewport.offsetTop}px`);
  }

  /** @param {KeyboardEvent} gebeurtenis */
  #toets(gebeurtenis) {
    if (gebeurtenis.key === "Escape" && !gebeurtenis.isComposing) this.#terug(gebeurtenis);
    // The page's own shortcuts are not meant by what is typed here.
    gebeurtenis.stopPropagation();
  }

  /** @param {Event} gebeurtenis */
  #terug(gebeurtenis) {
    gebeurtenis.preventDefault();
    if (!this.#venster?.escape()) this.sluiten();
  }
}

/** Puts the assistant on the page, unless the page has placed it. @param {HTMLScriptElement} script */
export function plaats(script) {
  if (!customElements.get(NAAM)) {
    basis = new URL(".", script.src);
    // A word that is no colour is then as good as none.
    CSS.registerProperty?.({ name: KLEUR, syntax: "<color>", inherits: true, initialValue: "#1b4f8a" });
    customElements.define(NAAM, LeerkredietAssistent);
  }
  const element = document.querySelector(NAAM) ?? document.createElement(NAAM);
  for (const naam of ATTRIBUTEN) {
    const waarde = script.dataset[naam];
    if (waarde !== undefined && !element.hasAttribute(naam)) element.setAttribute(naam, waarde);
  }
  if (!element.isConnected) document.body.append(element);
}
