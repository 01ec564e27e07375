// @ts-check
// What a page keeps of the conversation: in the tab alone, or in memory where the browser keeps nothing.

const SLEUTEL = "leerkrediet-assistent";

/** @returns {import("./gesprek.js").Stand | null} what was kept, if it can be read */
export function leesStand() {
  try {
    const stand = JSON.parse(sessionStorage.getItem(SLEUTEL) ?? "null");
    return stand && Array.isArray(stand.regels) ? stand : null;
  } catch {
    return null;
  }
}

/** @param {import("./gesprek.js").Stand} stand */
export function schrijfStand(stand) {
  try {
    sessionStorage.setItem(SLEUTEL, JSON.stringify(stand));
  } catch {
    // Blocked or full: the conversation goes on, but does not survive the page.
  }
}

export function wisStand() {
  try {
    sessionStorage.removeItem(SLEUTEL);
  } catch {
    // Nothing was kept either.
  }
}
