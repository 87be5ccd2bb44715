import { build } from "esbuild";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { leesKader, leesModellen } from "../kader/kader.js";
import { lees } from "../keuring/lezen.js";
import { wereldVan } from "../keuring/wereld.js";

/** Makes target/modeler/schoolgang-regels, a plug-in by which Camunda Modeler shows the same findings while one draws. */
const hier = dirname(fileURLToPath(import.meta.url));
const wortel = resolve(hier, "../../../..");
const doel = process.argv[2] ? resolve(process.argv[2]) : join(wortel, "target/modeler/schoolgang-regels");

const kader = leesKader(wortel);
const gelezen = await Promise.all(leesModellen(wortel).map(async (b) => ({ ...(await lees(b)), naam: b.naam })));
const gegevens = { kader, wereld: wereldVan(gelezen, kader), instelling: JSON.parse(readFileSync(join(wortel, "processes/.bpmnlintrc"), "utf8")) };

mkdirSync(doel, { recursive: true });
writeFileSync(join(doel, "index.js"), '"use strict";\n\nmodule.exports = { name: "Regels van Schoolgang", script: "./client.js" };\n');
await build({
  entryPoints: [join(hier, "client.js")], outfile: join(doel, "client.js"), bundle: true, minify: true, format: "iife", target: "es2020",
  define: { SCHOOLGANG: JSON.stringify(gegevens) }, logLevel: "warning",
});
console.log(`Zet de map ${doel} in de map resources/plugins van Camunda Modeler en start Camunda Modeler opnieuw.`);
