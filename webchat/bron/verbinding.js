// @ts-check
// The server, as its four answers: see the words of `Uitkomst`. Never throws.

/**
 * What came of a request.
 * - goed: `inhoud` is what was asked for.
 * - stil: nothing usable came back; the same request may be sent again.
 * - wacht: the server asks for `seconden` of patience.
 * - verlopen: the session is unknown or has expired.
 * - geweigerd: the server will not take this, however often it is sent.
 * @typedef {{soort: "goed", inhoud: any} | {soort: "stil"} | {soort: "wacht", seconden: number, druk: boolean}
 *   | {soort: "verlopen"} | {soort: "geweigerd", status: number, tekst: string}} Uitkomst
 */

/** Milliseconds before an answer is given up; the server itself apologises sooner. */
const GEDULD = 35000;

/**
 * The server that lives where the widget came from.
 * @param {URL} basis
 */
export function verbinding(basis) {
  /**
   * @param {"sessie" | "bericht" | "vergeet"} wat
   * @param {object} lichaam
   * @param {(inhoud: any) => boolean} bruikbaar whether the answer is what it should be
   * @returns {Promise<Uitkomst>}
   */
  return async (wat, lichaam, bruikbaar) => {
    const stop = new AbortController();
    const wekker = setTimeout(() => stop.abort(), GEDULD);
    try {
      const antwoord = await fetch(new URL(`widget/${wat}`, basis), {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(lichaam),
        credentials: "omit",
        cache: "no-store",
        signal: stop.signal,
      });
      const { status } = antwoord;
      if (status === 204) return { soort: "goed", inhoud: null };
      const inhoud = await antwoord.json().catch(() => null);
      if (status === 200) return bruikbaar(inhoud) ? { soort: "goed", inhoud } : { soort: "stil" };
      if (status === 401) return { soort: "verlopen" };
      if (status === 429 || status === 503) {
        const seconden = Number(inhoud?.wacht ?? antwoord.headers.get("Retry-After"));
        return { soort: "wacht", seconden: seconden > 0 ? Math.min(seconden, 120) : 3, druk: status === 429 };
      }
      if (status >= 400 && status < 500) {
        return { soort: "geweigerd", status, tekst: typeof inhoud?.fout === "string" ? inhoud.fout : "" };
      }
      return { soort: "stil" };
    } catch {
      return { soort: "stil" };
    } finally {
      clearTimeout(wekker);
    }
  };
}
