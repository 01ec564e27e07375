// @ts-check
// The conversation of this tab: what was said, what waits to be sent, and when it ends. Knows no screen.

import { leesStand, schrijfStand, wisStand } from "./opslag.js";
import * as T from "./teksten.js";
import { vul } from "./knoop.js";

/** @typedef {import("./verbinding.js").Uitkomst} Uitkomst */
/** @typedef {{titel: string, lading?: string}} Knop */
/** @typedef {{titel: string, kolommen: string[], rijen: string[][], getallen?: number[]}} Tabel */
/** @typedef {{tekst?: string, knoppen?: Knop[], tabel?: Tabel, beeld?: {adres: string, tekst: string},
 *   document?: {adres: string, titel: string},
 *   contact?: {titel: string, tekst?: string, links?: {titel: string, adres: string}[]}}} Bericht */
/** One line of the conversation. `staat` only for what the student sends.
 * @typedef {{id: string, wie: "jij" | "bot" | "melding", tijd: number, tekst?: string, lading?: string,
 *   staat?: "wacht" | "klaar" | "mislukt", reden?: string, bericht?: Bericht, gekozen?: string}} Regel */
/** All that is kept.
 * @typedef {{sessie: string | null, verlooptOver: number, laatst: number, maxTekens: number, suggesties: Knop[] | null,
 *   school: string, regels: Regel[], open: boolean, concept: string}} Stand */
/** Who shows the conversation.
 * @typedef {{erbij(regels: Regel[]): void, gewijzigd(regel: Regel): void, bezig(aan: boolean): void,
 *   opnieuw(): void, begin(): void, bijnaGewist(aan: boolean): void, zeg(tekst: string): void}} Toeschouwer */

/** Milliseconds between tries of the same message. */
const TUSSENPOZEN = [1000, 3000];
/** How often a server that asks for patience gets it. */
const MEESTE_WACHTEN = 8;
/** Lines that are kept; more would fill the tab's storage. */
const MEESTE_REGELS = 300;
/** Seconds before the end at which the student is warned. */
const WAARSCHUWING = 120;

/** @returns {Stand} */
const leeg = () => ({
  sessie: null,
  verlooptOver: 1800,
  laatst: 0,
  maxTekens: 2000,
  suggesties: null,
  school: "",
  regels: [],
  open: false,
  concept: "",
});

/** @param {number} ms */
const rust = (ms) => new Promise((klaar) => setTimeout(klaar, ms));

/** Also where the page has no secure context. */
function nieuwId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
}

/** @param {string} tekst @returns {Regel} */
const melding = (tekst) => ({ id: nieuwId(), wie: "melding", tijd: Date.now(), tekst });

/** @param {any} b */
const isBericht = (b) =>
  b && typeof b === "object" && ["tekst", "knoppen", "tabel", "beeld", "document", "contact"].some((deel) => b[deel]);

export class Gesprek {
  /** A conversation that is replaced while an answer is on its way takes no notice of that answer. */
  #nummer = 0;
  #bezig = false;
  /** @type {Promise<Uitkomst> | null} */
  #opent = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #wekker;
  #verlengt = false;
  /** @type {BroadcastChannel | null} */
  #zusters = null;
  #vraag;
  #toeschouwer;

  /** @param {ReturnType<import("./verbinding.js").verbinding>} vraag asks the server @param {Toeschouwer} toeschouwer */
  constructor(vraag, toeschouwer) {
    this.#vraag = vraag;
    this.#toeschouwer = toeschouwer;
    /** @type {Stand} */
    this.stand = leesStand() ?? leeg();
    this.ruimOp();
    // A duplicated tab holds the same conversation: what is deleted in one is deleted in both.
    try {
      this.#zusters = new BroadcastChannel("leerkrediet-assistent");
      this.#zusters.onmessage = ({ data }) => {
        if (data && data === this.stand.sessie) this.#leegmaken(T.vergeet_klaar);
      };
    } catch {
      // Blocked, as storage may be.
    }
  }

  /** Stops its timer and its channel, when the widget is taken off the page. */
  stop() {
    clearTimeout(this.#wekker);
    this.#nummer += 1;
    this.#zusters?.close();
  }

  bewaar() {
    if (this.stand.regels.length > MEESTE_REGELS) this.stand.regels.splice(0, this.stand.regels.length - MEESTE_REGELS);
    schrijfStand(this.stand);
  }

  /** Takes up again what another page of this tab left. Returns false when that is what was known already. */
  herlees() {
    const bewaard = leesStand();
    if (!bewaard || (bewaard.laatst === this.stand.laatst && bewaard.regels.length === this.stand.regels.length)) return false;
    this.#nummer += 1;
    this.stand = bewaard;
    this.ruimOp();
    return true;
  }

  /** Asks for a session and for the topics to begin with; sends what still waits. */
  async begin() {
    this.#plan();
    if (!this.stand.suggesties) {
      const nummer = this.#nummer;
      await this.#open();
      if (nummer !== this.#nummer) return;
      this.#toeschouwer.begin();
    }
    this.#werk();
  }

  /** The topics to begin with: the server's, or our own as long as it gave none. @returns {Knop[]} */
  get suggesties() {
    return this.stand.suggesties ?? T.SUGGESTIES.map((titel) => ({ titel }));
  }

  /** Says something for the student; a button also brings its payload. @param {string} tekst @param {string} [lading] */
  zeg(tekst, lading) {
    /** @type {Regel} */
    const regel = { id: nieuwId(), wie: "jij", tijd: Date.now(), tekst, staat: "wacht" };
    if (lading) regel.lading = lading;
    this.#erbij([regel]);
    this.#werk();
  }

  /** Sends again what was not sent. @param {Regel} regel */
  opnieuw(regel) {
    regel.staat = "wacht";
    delete regel.reden;
    this.#toeschouwer.gewijzigd(regel);
    this.bewaar();
    this.#werk();
  }

  /** The connection is back: all that waited or failed goes out, in order. */
  verbonden() {
    for (const regel of this.stand.regels) {
      if (regel.staat === "mislukt" && !regel.reden) this.opnieuw(regel);
      else if (regel.staat === "wacht") this.#toeschouwer.gewijzigd(regel);
    }
    this.#werk();
  }

  /** The student is writing: a conversation that is past half its time is kept alive. */
  actief() {
    if (this.stand.sessie && this.#over() < (this.stand.verlooptOver * 1000) / 2) this.verleng();
  }

  /** Asks the server to keep the conversation. Returns whether it does. */
  async verleng() {
    if (this.#verlengt) return false;
    this.#verlengt = true;
    const gelukt = (await this.#open(true)).soort === "goed";
    this.#verlengt = false;
    if (gelukt) {
      this.#toeschouwer.bijnaGewist(false);
      this.#plan();
    }
    return gelukt;
  }

  /** Begins anew. The old conversation is deleted too: nobody could ever come back to it. */
  nieuw() {
    const { sessie } = this.stand;
    if (sessie) this.#vraag("vergeet", { sessie }, () => true);
    this.#leegmaken(T.nieuw_klaar);
  }

  /** Deletes the conversation at the server, and here once that is done. Returns whether it is gone. */
  async vergeet() {
    const { sessie } = this.stand;
    if (sessie) {
      const nummer = this.#nummer;
      const uitkomst = await this.#vraag("vergeet", { sessie }, () => true);
      if (nummer !== this.#nummer) return true;
      if (uitkomst.soort === "verlopen") {
        this.#leegmaken(T.vergeet_niet_meer);
        return true;
      }
      if (uitkomst.soort !== "goed") return false;
      this.#zusters?.postMessage(sessie);
    }
    this.#leegmaken(T.vergeet_klaar);
    return true;
  }

  /** Forgets what has expired. */
  ruimOp() {
    if (this.stand.laatst && this.#over() <= 0) {
      const { open } = this.stand;
      this.stand = { ...leeg(), open };
      wisStand();
      return true;
    }
    return false;
  }

  /** Looks at the clock: warns, or ends the conversation. A browser may sleep through any timer. */
  controleer() {
    if (!this.stand.laatst) return;
    if (this.#over() > 0) this.#plan();
    else if (this.#begonnen) this.#leegmaken(T.gewist);
    // Nothing was said yet: a new session will be asked for when something is.
    else Object.assign(this.stand, { sessie: null, laatst: 0 });
  }

  /** Whether the student said anything. */
  get #begonnen() {
    return this.stand.regels.some(({ wie }) => wie === "jij");
  }

  /** Milliseconds that are left. */
  #over() {
    return this.stand.laatst + this.stand.verlooptOver * 1000 - Date.now();
  }

  #plan() {
    clearTimeout(this.#wekker);
    if (!this.stand.laatst) return;
    const waarschuw = Math.min(WAARSCHUWING, this.stand.verlooptOver / 4) * 1000;
    const over = this.#over();
    this.#toeschouwer.bijnaGewist(this.#begonnen && over <= waarschuw);
    this.#wekker = setTimeout(() => this.controleer(), Math.min(over > waarschuw ? over - waarschuw : over, 2 ** 31 - 1));
  }

  /** @param {string} tekst why */
  #leegmaken(tekst) {
    this.#nummer += 1;
    clearTimeout(this.#wekker);
    this.#toeschouwer.bijnaGewist(false);
    this.#toeschouwer.bezig(false);
    const { open, concept, school } = this.stand;
    this.stand = { ...leeg(), open, concept, school };
    wisStand();
    this.#toeschouwer.opnieuw();
    this.#erbij([melding(tekst)]);
    this.begin();
  }

  /** @param {Regel[]} regels */
  #erbij(regels) {
    this.stand.regels.push(...regels);
    this.stand.laatst = Date.now();
    this.bewaar();
    this.#plan();
    this.#toeschouwer.erbij(regels);
  }

  /**
   * A session, new or renewed. Several callers share one request.
   * @param {boolean} [verleng]
   * @returns {Promise<Uitkomst>}
   */
  #open(verleng = false) {
    this.#opent ??= this.#vraagSessie(verleng).finally(() => {
      this.#opent = null;
    });
    return this.#opent;
  }

  /** @param {boolean} verleng @returns {Promise<Uitkomst>} */
  async #vraagSessie(verleng) {
    const nummer = this.#nummer;
    const lichaam = verleng && this.stand.sessie ? { sessie: this.stand.sessie } : {};
    const uitkomst = await this.#vraag("sessie", lichaam, (i) => typeof i?.sessie === "string");
    if (uitkomst.soort !== "goed" || nummer !== this.#nummer) return uitkomst;
    const { inhoud } = uitkomst;
    const { stand } = this;
    stand.sessie = inhoud.sessie;
    if (inhoud.verloopt_over > 0) stand.verlooptOver = inhoud.verloopt_over;
    if (inhoud.max_tekens > 0) stand.maxTekens = inhoud.max_tekens;
    if (Array.isArray(inhoud.suggesties) && inhoud.suggesties.length) stand.suggesties = inhoud.suggesties;
    if (typeof inhoud.school?.naam === "string") stand.school = inhoud.school.naam;
    stand.laatst = Date.now();
    this.bewaar();
    return uitkomst;
  }

  /** Sends what waits, one by one, so that the answers come in the order of the questions. */
  async #werk() {
    if (this.#bezig) return;
    this.#bezig = true;
    try {
      for (;;) {
        const nummer = this.#nummer;
        const regel = this.stand.regels.find(({ staat }) => staat === "wacht");
        if (!regel) break;
        if (!navigator.onLine) {
          this.#toeschouwer.gewijzigd(regel);
          this.#toeschouwer.zeg(T.wacht_op_verbinding);
          break;
        }
        this.#toeschouwer.bezig(true);
        const antwoord = await this.#verstuur(regel);
        if (nummer !== this.#nummer) continue;
        this.#toeschouwer.bezig(false);
        if (antwoord) {
          regel.staat = "klaar";
          this.#toeschouwer.gewijzigd(regel);
          this.#erbij(antwoord.map((bericht) => ({ id: nieuwId(), wie: "bot", tijd: Date.now(), bericht })));
        } else if (navigator.onLine) {
          // What stands behind it would fare no better.
          for (const ook of this.stand.regels.filter(({ staat }) => staat === "wacht")) {
            if (ook !== regel && regel.reden) continue;
            ook.staat = "mislukt";
            this.#toeschouwer.gewijzigd(ook);
          }
          this.bewaar();
          this.#toeschouwer.zeg(`${T.niet_verzonden} ${regel.reden ?? ""}`);
        }
      }
    } finally {
      this.#bezig = false;
      this.#toeschouwer.bezig(false);
    }
  }

  /** Tries until there is an answer or no hope. @param {Regel} regel @returns {Promise<Bericht[] | null>} */
  async #verstuur(regel) {
    const nummer = this.#nummer;
    let pogingen = 0;
    let wachten = 0;
    let vernieuwd = false;
    while (nummer === this.#nummer) {
      const uitkomst = await (this.stand.sessie ? this.#stuur(regel) : this.#open());
      if (nummer !== this.#nummer) return null;
      switch (uitkomst.soort) {
        case "goed":
          // A session, with which the message can now go.
          if (!uitkomst.inhoud.berichten) continue;
          if (uitkomst.inhoud.verloopt_over > 0) this.stand.verlooptOver = uitkomst.inhoud.verloopt_over;
          return uitkomst.inhoud.berichten.filter(isBericht);
        case "verlopen":
          if (vernieuwd) return null;
          vernieuwd = true;
          this.stand.sessie = null;
          // The payload was signed for the old session; its title says the same.
          delete regel.lading;
          if (this.stand.regels.some(({ wie }) => wie === "bot")) this.#erbij([melding(T.gesprek_afgelopen)]);
          continue;
        case "geweigerd":
          if (uitkomst.status === 403 && regel.lading) {
            delete regel.lading;
            regel.id = nieuwId();
            continue;
          }
          regel.reden = uitkomst.tekst || T.geweigerd;
          return null;
        case "wacht":
          if (++wachten > MEESTE_WACHTEN) return null;
          this.#toeschouwer.zeg(uitkomst.druk ? vul(T.geduld, { n: Math.ceil(uitkomst.seconden) }) : T.start_op);
          await rust(uitkomst.seconden * 1000);
          continue;
        case "stil":
          if (!navigator.onLine || pogingen >= TUSSENPOZEN.length) return null;
          await rust(TUSSENPOZEN[pogingen++]);
      }
    }
    return null;
  }

  /** @param {Regel} regel */
  #stuur({ id, lading, tekst }) {
    return this.#vraag(
      "bericht",
      { sessie: this.stand.sessie, id, ...(lading ? { lading } : { tekst }) },
      (inhoud) => Array.isArray(inhoud?.berichten) && inhoud.berichten.some(isBericht),
    );
  }
}
