import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { keur } from "./keuring/keuring.js";
import { leesKader, leesModellen } from "./kader/kader.js";

/** node lint.js [file or directory …]: judges everything, reports on these or on all. Ends with 1 when something must be mended. */
const wortel = resolve(fileURLToPath(import.meta.url), "../../../..");
const gevraagd = process.argv.slice(2).map((p) => relative(wortel, resolve(process.env.INIT_CWD ?? ".", p)).replaceAll("\\", "/"));
const bestanden = leesModellen(wortel);
const welke = (naam) => gevraagd.length === 0 || gevraagd.some((g) => naam === g || naam.startsWith(`${g}/`));
if (!bestanden.some((b) => welke(b.naam))) {
  console.error(`Niets te controleren onder ${gevraagd.join(", ")}.`);
  process.exit(2);
}
const instelling = JSON.parse(readFileSync(join(wortel, "processes/.bpmnlintrc"), "utf8"));
const bevindingen = await keur(bestanden, leesKader(wortel), instelling, { welke });
let vorige = "";
for (const { bestand, regel, id, naam, wat, herstel } of bevindingen) {
  if (bestand !== vorige) {
    console.log(`\n${bestand}`);
    vorige = bestand;
  }
  console.log(`  ${id || "het bestand zelf"}${naam ? ` "${naam}"` : ""}\n    ${wat}\n    ${herstel}  [${regel}]`);
}
const tel = (aantal, een, meer) => `${aantal} ${aantal === 1 ? een : meer}`;
const gekeurd = `${tel(bestanden.filter((b) => welke(b.naam)).length, "bestand", "bestanden")} gecontroleerd`;
console.log(bevindingen.length === 0 ? `${gekeurd}: alles klopt.` : `\n${gekeurd}: ${tel(bevindingen.length, "ding", "dingen")} te herstellen.`);
process.exitCode = bevindingen.length === 0 ? 0 : 1;
