// @ts-check
// The conversation on the screen. Focus moves only in answer to a key or a tap, and never later.

import { alinea, berichtknopen, inWoorden, knoppenrij } from "./bouw.js";
import { bewaarGesprek, drukAf, klok } from "./bewaren.js";
import { formulier } from "./formulier.js";
import { Gesprek } from "./gesprek.js";
import { icoon, icoonknop, knop, maak, verborgen, vul } from "./knoop.js";
import * as T from "./teksten.js";
import { verbinding } from "./verbinding.js";

/** @typedef {import("./gesprek.js").Regel} Regel */
/** @typedef {import("./gesprek.js").Knop} Knop */
/** @typedef {import("./assistent.js").LeerkredietAssistent} Schil */

/** Milliseconds after which a screen reader hears that there is no answer yet. */
const LANG = 3000;
/** From this share of the longest message on, its length is shown. */
const BIJNA = 0.8;

/** A line at the top that asks for attention. @param {string} tekst @param {HTMLElement} [doe] */
const balk = (tekst, doe) => maak("div.balk", { hidden: true }, maak("p", {}, icoon("let"), tekst), doe);

export class Venster {
  #regels = maak("ol.regels", { role: "list" });
  #typt = maak("div.bel.typt", { "aria-hidden": "true", hidden: true }, maak("i"), maak("i"), maak("i"));
  #rol = maak("div.rol", { role: "region", "aria-label": T.gesprek, tabindex: 0 }, this.#regels, this.#typt);
  #nieuwste = knop(T.nieuw_bericht, "omlaag", { class: "knop hoofd nieuwste", hidden: true });
  #offline = balk(T.offline);
  #verder = knop(T.ga_verder);
  #einde = balk(T.bijna_gewist, this.#verder);
  #nogmaals = knop(T.opnieuw_proberen);
  #mislukt = balk(T.vergeet_mislukt, this.#nogmaals);
  #vraag = maak("textarea", {
    rows: 1,
    "aria-label": T.vraag,
    placeholder: T.typ,
    enterkeyhint: "send",
    autocomplete: "off",
    "aria-describedby": "aantal",
  });
  #aantal = maak("p", { id: "aantal", class: "aantal", hidden: true });
  #reken = icoonknop(T.rekenhulp, "reken");
  #invoer = maak("form.invoer", {}, this.#reken, this.#vraag, icoonknop(T.stuur, "stuur", { class: "rond stuur", type: "submit" }));
  #onder = maak("div.onder", {}, this.#nieuwste, this.#invoer, this.#aantal);
  #meer = icoonknop(T.meer, "meer", { "aria-expanded": "false", "aria-controls": "menu" });
  #menu = maak("ul", { id: "menu", class: "menu", role: "list", hidden: true });
  #suggesties = maak("div");
  /** @type {Map<string, HTMLLIElement>} */
  #rijen = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #lang;
  /** What closes the sheet over the conversation. @type {(() => void) | null} */
  #vel = null;
  #begonnen = false;
  #afluisteren = new AbortController();
  #schil;
  #gesprek;

  /** @param {Schil} schil the element around it */
  constructor(schil) {
    this.#schil = schil;
    this.#gesprek = new Gesprek(verbinding(schil.basis), this);
    const bladzijde = (/** @type {string} */ naam, /** @type {string} */ adres) =>
      maak("a", { href: new URL(adres, schil.basis).href, target: "_blank", rel: "noopener" }, naam, verborgen(` (${T.nieuw_tabblad})`));
    this.#onder.append(
      maak(
        "p.voet",
        {},
        maak("span", {}, T.geen_gegevens),
        maak("span", {}, bladzijde(T.privacy, "privacy"), bladzijde(T.toegankelijkheid, "toegankelijkheid")),
      ),
    );
    this.#vulMenu();
    this.#luister();
    schil.sluit.before(this.#meer);
    schil.sluit.after(this.#menu);
    schil.inhoud.replaceChildren(this.#offline, this.#einde, this.#mislukt, this.#rol, this.#onder);
    this.#vraag.value = this.#gesprek.stand.concept;
    this.#telTekens();
    this.#toonAlles();
    this.#toonVerbinding();
  }

  /** The panel has opened. */
  geopend() {
    if (this.#begonnen) {
      this.#gesprek.controleer();
    } else {
      this.#begonnen = true;
      // A region that appears together with its text is not read.
      if (!this.#gesprek.stand.regels.length) setTimeout(() => this.zeg(this.#schil.begroeting), 100);
      this.#gesprek.begin();
    }
    this.#gesprek.stand.open = true;
    this.#gesprek.bewaar();
    this.#naarLaatste();
  }

  gesloten() {
    this.#gesprek.stand.open = false;
    this.#gesprek.bewaar();
    this.#sluitMenu();
  }

  /** Where typing goes: unless something lies over it. */
  focus() {
    (this.#vel ? this.#schil.sluit : this.#vraag).focus();
  }

  /** Closes what lies over the conversation; false when nothing does. */
  escape() {
    if (!this.#menu.hidden) this.#sluitMenu(true);
    else if (this.#vel) this.#vel();
    else return false;
    return true;
  }

  /** The widget is taken off the page. */
  stop() {
    this.#gesprek.stop();
    this.#afluisteren.abort();
    clearTimeout(this.#lang);
  }

  // What the conversation tells its audience.

  /** @param {Regel[]} regels */
  erbij(regels) {
    const onderaan = this.#onderaan();
    const rijen = regels.map((regel) => this.#rij(regel));
    this.#regels.append(...rijen);
    if (regels.some(({ wie }) => wie === "jij")) this.#naarLaatste();
    else {
      this.#schil.ongelezen(regels.filter(({ wie }) => wie === "bot").length);
      this.zeg(regels.map(({ tekst, bericht }) => tekst ?? (bericht ? inWoorden(bericht) : "")).join("\n"));
      if (onderaan) this.#naarLaatste();
      else this.#nieuwste.hidden = false;
    }
  }

  /** @param {Regel} regel */
  gewijzigd(regel) {
    const rij = this.#rijen.get(regel.id);
    const oud = rij?.querySelector(".staat");
    const nieuw = this.#staat(regel);
    if (oud && nieuw) oud.replaceWith(nieuw);
    else if (nieuw) rij?.append(nieuw);
    else oud?.remove();
    if (nieuw && this.#onderaan(200)) this.#rol.scrollTop = this.#rol.scrollHeight;
  }

  /** @param {boolean} aan */
  bezig(aan) {
    clearTimeout(this.#lang);
    if (aan) this.#lang = setTimeout(() => this.zeg(`${T.bezig} …`), LANG);
    if (this.#typt.hidden !== aan) return;
    const onderaan = this.#onderaan();
    this.#typt.hidden = !aan;
    if (aan && onderaan) this.#rol.scrollTop = this.#rol.scrollHeight;
  }

  opnieuw() {
    this.#rijen.clear();
    this.#mislukt.hidden = true;
    this.#toonAlles();
  }

  /** The topics are known. */
  begin() {
    const { suggesties, stand } = this.#gesprek;
    const rij = knoppenrij(suggesties, T.onderwerpen, (keuze) => this.#kies(keuze));
    const invullen = knop(T.rekenhulp, "reken", { class: "keuze", onclick: () => this.#openFormulier(invullen) });
    rij?.append(invullen);
    this.#suggesties.replaceChildren(rij ?? "");
    this.#schil.school(stand.school);
    if (!stand.regels.length) this.#rol.scrollTop = 0;
  }

  /** @param {boolean} aan */
  bijnaGewist(aan) {
    if (this.#einde.hidden !== aan) return;
    this.#einde.hidden = !aan;
    if (aan) this.zeg(T.bijna_gewist);
  }

  /** @param {string} tekst */
  zeg(tekst) {
    this.#schil.zeg(tekst);
  }

  // Lines.

  #toonAlles() {
    this.#suggesties.replaceChildren();
    const begroeting = maak(
      "li.bot",
      {},
      verborgen(`${T.assistent} `),
      maak("div.bel", {}, alinea(this.#schil.begroeting)),
      this.#suggesties,
    );
    this.#nieuwste.hidden = true;
    this.#regels.replaceChildren(begroeting, ...this.#gesprek.stand.regels.map((regel) => this.#rij(regel)));
    if (this.#gesprek.stand.suggesties) this.begin();
    this.#naarLaatste();
  }

  /** @param {Regel} regel */
  #rij(regel) {
    const { wie, tijd, tekst, bericht } = regel;
    const rij = maak("li", { class: wie, tabindex: wie === "jij" ? -1 : null });
    if (wie === "melding") rij.append(maak("p", {}, tekst));
    else {
      const kies = (/** @type {Knop} */ knop) => {
        regel.gekozen = knop.titel;
        this.#kies(knop);
      };
      rij.append(
        verborgen(`${wie === "jij" ? T.jij : T.assistent} `),
        ...(bericht ? berichtknopen(bericht, this.#schil.basis, kies, regel.gekozen) : [maak("div.bel", { dir: "auto" }, tekst)]),
        maak("time.tijd", { datetime: new Date(tijd).toISOString() }, klok(tijd)),
      );
      const staat = this.#staat(regel);
      if (staat) rij.append(staat);
    }
    this.#rijen.set(regel.id, rij);
    return rij;
  }

  /** What became of something sent; null when it was answered or is on its way. @param {Regel} regel */
  #staat(regel) {
    if (regel.staat === "wacht" && !navigator.onLine) return maak("div.staat", {}, T.wacht_op_verbinding);
    if (regel.staat !== "mislukt") return null;
    const opnieuw = () => {
      // The button goes; who used it stays with the message.
      this.#rijen.get(regel.id)?.focus();
      this.#gesprek.opnieuw(regel);
    };
    return maak(
      "div.staat.fout",
      {},
      icoon("let"),
      maak("span", {}, `${T.niet_verzonden} ${regel.reden ?? ""}`),
      !regel.reden && knop(T.opnieuw_proberen, "opnieuw", { onclick: opnieuw }),
    );
  }

  /** A second press on a button whose message is still on its way does nothing. @param {Knop} knop */
  #kies({ titel, lading }) {
    if (this.#gesprek.stand.regels.some(({ staat, tekst }) => staat === "wacht" && tekst === titel)) return;
    this.#gesprek.zeg(titel, lading);
  }

  /** @param {number} [speling] */
  #onderaan(speling = 80) {
    return this.#rol.scrollHeight - this.#rol.scrollTop - this.#rol.clientHeight < speling;
  }

  /** To the newest, but not past its beginning: who reads on a phone starts at the top. */
  #naarLaatste() {
    this.#nieuwste.hidden = true;
    const laatste = [...this.#regels.querySelectorAll(":scope > .jij")].pop();
    const top = laatste instanceof HTMLElement ? laatste.offsetTop - this.#rol.offsetTop - 10 : 0;
    this.#rol.scrollTop = laatste ? Math.min(top, this.#rol.scrollHeight) : 0;
  }

  // What the student does.

  #luister() {
    const gesprek = this.#gesprek;
    const vraag = this.#vraag;
    const { signal } = this.#afluisteren;
    this.#invoer.addEventListener("submit", (gebeurtenis) => {
      gebeurtenis.preventDefault();
      this.#verstuur();
    });
    vraag.addEventListener("keydown", (gebeurtenis) => {
      if (gebeurtenis.key !== "Enter" || gebeurtenis.shiftKey || gebeurtenis.isComposing) return;
      gebeurtenis.preventDefault();
      this.#verstuur();
    });
    vraag.addEventListener("input", () => {
      gesprek.stand.concept = vraag.value;
      gesprek.bewaar();
      gesprek.actief();
      this.#telTekens();
    });
    this.#nieuwste.addEventListener("click", () => {
      this.#rol.focus();
      this.#naarLaatste();
    });
    this.#rol.addEventListener("scroll", () => {
      if (this.#onderaan(20)) this.#nieuwste.hidden = true;
    });
    this.#reken.addEventListener("click", () => this.#openFormulier(this.#reken));
    this.#verder.addEventListener("click", async () => {
      vraag.focus();
      this.zeg((await gesprek.verleng()) ? T.verlengd : T.verlengen_mislukt);
    });
    this.#nogmaals.addEventListener("click", () => {
      this.#meer.focus();
      this.#vergeet();
    });
    this.#meer.addEventListener("click", () => {
      if (!this.#menu.hidden) return this.#sluitMenu(true);
      this.#menu.hidden = false;
      this.#meer.setAttribute("aria-expanded", "true");
    });
    this.#schil.paneel.addEventListener("click", ({ target }) => {
      if (target instanceof Node && !this.#menu.contains(target) && !this.#meer.contains(target)) this.#sluitMenu();
    });
    this.#menu.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.#menu.contains(relatedTarget) && !this.#meer.contains(relatedTarget)) this.#sluitMenu();
    });
    addEventListener("online", () => this.#toonVerbinding(), { signal });
    addEventListener("offline", () => this.#toonVerbinding(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden || gesprek.controleer(), { signal });
    // A page that comes back as it was may have been overtaken by another page of this tab.
    addEventListener(
      "pageshow",
      ({ persisted }) => {
        if (persisted && gesprek.herlees()) this.opnieuw();
        gesprek.controleer();
      },
      { signal },
    );
  }

  #toonVerbinding() {
    const weg = !navigator.onLine;
    if (this.#offline.hidden !== weg) return;
    this.#offline.hidden = !weg;
    this.zeg(weg ? T.offline : T.online);
    if (!weg) this.#gesprek.verbonden();
  }

  #verstuur() {
    const tekst = this.#vraag.value.trim();
    const { maxTekens } = this.#gesprek.stand;
    this.#vraag.focus();
    if (!tekst) return;
    if (tekst.length > maxTekens) {
      this.zeg(vul(T.te_lang, { n: tekst.length, max: maxTekens }));
      return;
    }
    this.#vraag.value = "";
    this.#gesprek.stand.concept = "";
    this.#telTekens();
    this.#gesprek.zeg(tekst);
  }

  #telTekens() {
    if (!CSS.supports("field-sizing: content")) {
      this.#vraag.style.height = "";
      this.#vraag.style.height = `${this.#vraag.scrollHeight + 3}px`;
    }
    const n = this.#vraag.value.trim().length;
    const max = this.#gesprek.stand.maxTekens;
    const teLang = n > max;
    this.#aantal.hidden = n < max * BIJNA;
    this.#aantal.classList.toggle("fouttekst", teLang);
    this.#aantal.textContent = vul(teLang ? T.te_lang : T.teken_over, { n, max });
  }

  // What lies over the conversation.

  /** @param {HTMLElement} vel @param {HTMLElement} terug what gets the focus when it closes @param {HTMLElement} eerst */
  #openVel(vel, terug, eerst) {
    this.#vel?.();
    this.#schil.inhoud.append(vel);
    const onder = [this.#rol, this.#onder];
    for (const deel of onder) deel.inert = true;
    this.#vel = () => {
      this.#vel = null;
      for (const deel of onder) deel.inert = false;
      if (vel.contains(this.#schil.wortel.activeElement)) (terug.isConnected ? terug : this.#reken).focus();
      vel.remove();
    };
    eerst.focus();
  }

  /** @param {HTMLElement} opener */
  #openFormulier(opener) {
    const sluit = () => this.#vel?.();
    const vel = formulier({
      klaar: (zin) => {
        sluit();
        this.#gesprek.zeg(zin);
      },
      sluit,
      zeg: (tekst) => this.zeg(tekst),
    });
    const eerst = vel.querySelector("input");
    if (eerst) this.#openVel(vel, opener, eerst);
  }

  /** @param {string} titel @param {string} uitleg @param {string} ja @param {() => void} doe */
  #bevestig(titel, uitleg, ja, doe) {
    const sluit = () => this.#vel?.();
    const kop = maak("h3", { id: "veltitel", tabindex: -1 }, titel);
    const vel = maak(
      "div.vel",
      { role: "group", "aria-labelledby": "veltitel", "aria-describedby": "veluitleg" },
      kop,
      maak("p", { id: "veluitleg" }, uitleg),
      maak(
        "div.rijtje",
        {},
        knop(T.annuleer, "", { onclick: sluit }),
        knop(ja, "", { class: "knop hoofd", onclick: () => (sluit(), doe()) }),
      ),
    );
    this.#openVel(vel, this.#meer, kop);
  }

  async #vergeet() {
    this.#mislukt.hidden = true;
    if (await this.#gesprek.vergeet()) return;
    this.#mislukt.hidden = false;
    this.zeg(T.vergeet_mislukt);
  }

  #vulMenu() {
    const keuze = (/** @type {string} */ beeld, /** @type {string} */ naam, /** @type {() => void} */ doe) =>
      this.#menu.append(maak("li", {}, knop(naam, beeld, { class: "", onclick: () => (this.#sluitMenu(true), doe()) })));
    const vraag = (/** @type {string} */ beeld, /** @type {string} */ naam, /** @type {[string, string]} */ [uitleg, ja], /** @type {() => void} */ doe) =>
      keuze(beeld, naam, () => this.#bevestig(naam, uitleg, ja, doe));
    keuze("reken", T.rekenhulp, () => this.#openFormulier(this.#meer));
    keuze("bewaar", T.download, () => bewaarGesprek(this.#gesprek.stand.regels));
    keuze("druk", T.druk_af, () => drukAf([this.#regels]));
    vraag("opnieuw", T.nieuw, [T.nieuw_vraag, T.nieuw], () => this.#gesprek.nieuw());
    vraag("weg", T.vergeet, [T.vergeet_vraag, T.vergeet_ja], () => this.#vergeet());
  }

  /** @param {boolean} [terug] whether the focus was in it */
  #sluitMenu(terug = false) {
    if (this.#menu.hidden) return;
    if (terug) this.#meer.focus();
    this.#menu.hidden = true;
    this.#meer.setAttribute("aria-expanded", "false");
  }
}
