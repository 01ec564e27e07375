// The plain chat page: sends what is typed or chosen to the REST channel and shows what comes back as text.
"use strict";

const ADRES = "webhooks/rest/webhook";
const NIET_VERZONDEN = "Niet verzonden. Kijk je verbinding na en probeer het opnieuw.";
const LINK = /https:\/\/[^\s)]+[^\s).,;:]/g;

const gesprek = document.getElementById("gesprek");
const melding = document.getElementById("melding");
const invoer = document.getElementById("invoer");
const bericht = document.getElementById("bericht");
const sessie = sessieNummer();

function sessieNummer() {
  try {
    const bewaard = sessionStorage.getItem("sessie");
    if (bewaard) return bewaard;
    const nieuw = crypto.randomUUID ? crypto.randomUUID() : String(crypto.getRandomValues(new Uint32Array(4)));
    sessionStorage.setItem("sessie", nieuw);
    return nieuw;
  } catch {
    return String(crypto.getRandomValues(new Uint32Array(4)));
  }
}

// Text with its https addresses as links; built as nodes, so that nothing in it can become markup.
function alsKnopen(tekst) {
  const deel = document.createDocumentFragment();
  let vanaf = 0;
  for (const treffer of tekst.matchAll(LINK)) {
    deel.append(tekst.slice(vanaf, treffer.index));
    const link = document.createElement("a");
    link.href = treffer[0];
    link.rel = "noopener noreferrer";
    link.target = "_blank";
    link.textContent = treffer[0];
    deel.append(link);
    vanaf = treffer.index + treffer[0].length;
  }
  deel.append(tekst.slice(vanaf));
  return deel;
}

function toon(tekst, wie) {
  const regel = document.createElement("li");
  regel.className = wie;
  regel.append(alsKnopen(tekst));
  gesprek.append(regel);
  regel.scrollIntoView({ block: "end" });
}

function toonKnoppen(knoppen) {
  const regel = document.createElement("li");
  regel.className = "knoppen";
  for (const { title, payload } of knoppen) {
    const knop = document.createElement("button");
    knop.type = "button";
    knop.textContent = title;
    knop.addEventListener("click", () => verstuur(payload, title));
    regel.append(knop);
  }
  gesprek.append(regel);
  regel.scrollIntoView({ block: "end" });
}

function zeg(tekst) {
  melding.textContent = tekst;
}

async function verstuur(inhoud, zichtbaar) {
  toon(zichtbaar, "student");
  zeg("De assistent antwoordt.");
  let antwoorden;
  try {
    const antwoord = await fetch(ADRES, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ sender: sessie, message: inhoud }),
    });
    if (!antwoord.ok) throw new Error(String(antwoord.status));
    antwoorden = await antwoord.json();
    if (!Array.isArray(antwoorden) || antwoorden.length === 0) throw new Error("leeg");
  } catch {
    toon(NIET_VERZONDEN, "bot");
    toonKnoppen([{ title: "Opnieuw proberen", payload: inhoud }]);
    zeg(NIET_VERZONDEN);
    return;
  }
  const eerste = gesprek.children.length;
  for (const { text, buttons } of antwoorden) {
    if (text) toon(text, "bot");
    if (buttons && buttons.length) toonKnoppen(buttons);
  }
  // The start of the answer, not its end: who reads on a phone begins at the top.
  gesprek.children[eerste].scrollIntoView({ block: "start" });
  zeg(antwoorden.map(({ text }) => text || "").join(" "));
}

invoer.addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  const tekst = bericht.value.trim();
  if (!tekst) return;
  bericht.value = "";
  verstuur(tekst, tekst);
});

toonKnoppen([
  { title: "Bereken mijn saldo", payload: "/saldo_berekenen" },
  { title: "Wat is leerkrediet?", payload: "/wat_is_leerkrediet" },
  { title: "Ik val onder overmacht", payload: "/overmacht_voorwaarden" },
  { title: "Ik verander van richting", payload: "/veranderen_richting" },
]);
bericht.focus();
