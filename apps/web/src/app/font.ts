import localFont from "next/font/local";

/** Asked for with the page itself, and until it is there in a letter of the same width, so that nothing jumps when it comes. */
export const archivo = localFont({
  src: "../../../../packages/ui/node_modules/@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2",
  variable: "--font-archivo",
  weight: "100 900",
  declarations: [{ prop: "font-stretch", value: "62% 125%" }],
});
