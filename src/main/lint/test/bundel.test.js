import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { BpmnModdle } from "bpmn-moddle";
import Linter from "bpmnlint/lib/linter.js";
import camunda from "camunda-bpmn-moddle/resources/camunda.json" with { type: "json" };
import { leesKader, leesModellen } from "../kader/kader.js";
import { keur } from "../keuring/keuring.js";
import { INSTELLING, veranderd, WORTEL } from "./hulp.js";

const HIER = resolve(fileURLToPath(import.meta.url), "../..");
const FOUT = [["retourpost.bpmn", 'formRef="adres-zoeken"', 'formRef="weg"'], ["retourpost.bpmn", "BUN-06.08-04", "BUN-06.08-94"]];
let map;

before(() => {
  map = mkdtempSync(join(tmpdir(), "schoolgang-lint-"));
});

after(() => rmSync(map, { recursive: true }));

const ids = (bevindingen) => bevindingen.map((b) => `${b.bestand} ${b.id} ${b.regel}`);

test("de gebundelde regels zeggen hetzelfde, zonder Node en zonder browser", async () => {
  execFileSync(process.execPath, ["bouw.js", map], { cwd: HIER });
  const kaal = createContext({});
  runInContext(readFileSync(join(map, "keuring.js"), "utf8"), kaal);
  const bestanden = veranderd(leesModellen(WORTEL), FOUT);
  const [kader, instelling] = ["kader.json", "instelling.json"].map((n) => JSON.parse(readFileSync(join(map, n), "utf8")));
  kaal.invoer = JSON.stringify({ bestanden, kader, instelling });
  const uit = await runInContext("(async () => { const i = JSON.parse(invoer); return JSON.stringify(await schoolganglint.keur(i.bestanden, i.kader, i.instelling)); })()", kaal);
  const hier = await keur(bestanden, leesKader(WORTEL), INSTELLING);
  assert.ok(ids(hier).includes("processes/retourpost/retourpost.bpmn adres-zoeken taak-formulier"));
  assert.deepEqual(JSON.parse(uit), hier);
});

test("Camunda Modeler laat met de plug-in hetzelfde zien", async () => {
  execFileSync(process.execPath, ["modeler/bouw.js", map], { cwd: HIER });
  const window = {};
  runInContext(readFileSync(join(map, "client.js"), "utf8"), createContext({ window, console }));
  const [{ plugin, type }] = window.plugins;
  assert.equal(type, "lintRules.bpmn");
  const bestanden = veranderd(leesModellen(WORTEL), FOUT);
  const model = bestanden.find((b) => b.naam.endsWith("/retourpost.bpmn"));
  const { rootElement } = await new BpmnModdle({ camunda }).fromXML(model.inhoud);
  const rapport = await new Linter({ config: plugin.config, resolver: plugin.resolver }).lint(rootElement);
  const gezien = Object.entries(rapport).flatMap(([regel, m]) => m.map((x) => `${model.naam} ${x.id} ${regel.replace(/^[a-z-]+\//, "")}`));
  const hier = ids(await keur(bestanden, leesKader(WORTEL), INSTELLING, { welke: (naam) => naam === model.naam }));
  assert.ok(hier.length > 1);
  assert.deepEqual(gezien.sort(), hier.sort());
});
