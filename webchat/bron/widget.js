// @ts-check
// The one line that a page needs: <script src=".../widget.js" defer></script>.

import { plaats } from "./assistent.js";

const script = document.currentScript ?? document.querySelector('script[src*="widget.js"]');
if (script instanceof HTMLScriptElement) {
  if (document.body) plaats(script);
  else addEventListener("DOMContentLoaded", () => plaats(script));
}
