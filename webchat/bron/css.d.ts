/** A style sheet is imported as its text: see channels/bundel.py. */
declare module "*.css" {
  const tekst: string;
  export default tekst;
}
