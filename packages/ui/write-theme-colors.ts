import { writeFileSync } from "node:fs";
import { themeColorsCss } from "./src/charts/theme-colors-css.ts";

writeFileSync(new URL("./src/theme-colors.css", import.meta.url), themeColorsCss());
