import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { MAP, sjablonen } from "./sjablonen.js";

/** Writes the element templates anew; those that are no longer made go away. */
const wortel = resolve(fileURLToPath(import.meta.url), "../../../../..");
const map = join(wortel, MAP);
const lijst = await sjablonen(wortel);
mkdirSync(map, { recursive: true });
readdirSync(map).filter((n) => n.endsWith(".json") && !(n in lijst)).forEach((n) => rmSync(join(map, n)));
for (const [naam, sjabloon] of Object.entries(lijst)) {
  writeFileSync(join(map, naam), `${JSON.stringify(sjabloon, null, 2)}\n`);
}
console.log(`${Object.keys(lijst).length} templates geschreven in ${MAP}.`);
