/** A style sheet is imported as its text: see pak.mjs. */
declare module "*.css" {
  const tekst: string;
  export default tekst;
}
