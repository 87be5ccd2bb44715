import assert from "node:assert/strict";
import test from "node:test";
import { NAMEN } from "../keuring/bpmn/linter.js";
import { dmnRegels } from "../keuring/dmn/regels.js";
import { formulierRegels } from "../keuring/formulier/regels.js";
import { INSTELLING, keurVoorbeeld, kort, VOORBEELD } from "./hulp.js";
import { FOUT, GOED } from "./voorbeelden.js";

/** The rules that look at the file itself. */
const BESTANDSREGELS = ["leesbaar", "plaatsing"];
const ALLE = [...NAMEN.map((n) => n.replace(/^[a-z-]+\//, "")), ...Object.keys(dmnRegels), ...Object.keys(formulierRegels), ...BESTANDSREGELS];

test("het voorbeeld is goed volgens elke regel", async () => {
  assert.ok(VOORBEELD.length >= 6);
  assert.deepEqual((await keurVoorbeeld()).map(kort), []);
});

for (const [naam, veranderingen] of GOED) {
  test(`goed: ${naam}`, async () => assert.deepEqual((await keurVoorbeeld(veranderingen)).map(kort), []));
}

for (const [regel, veranderingen, ...verwacht] of FOUT) {
  test(`fout: ${regel}: ${verwacht[0]}`, async () => {
    const gevonden = await keurVoorbeeld(veranderingen);
    const vanDeRegel = gevonden.filter((b) => b.regel === regel);
    assert.deepEqual(vanDeRegel.map((b) => `${b.id}: ${b.wat}`), verwacht, gevonden.map(kort).join("\n"));
    vanDeRegel.forEach((b) => {
      assert.match(b.herstel, /^[\p{Lu}].*[.?]$/u, "zegt hoe het te herstellen is");
      assert.match(b.bestand, /^(?:processes|forms)\//);
    });
  });
}

test("een bericht dat een koppeling bezorgt, mag als de instelling het noemt", async () => {
  const veranderingen = [["voorbeeld.bpmn", 'name="reactie"', 'name="reactie-ontvangen"']];
  assert.deepEqual(INSTELLING.rules["schoolgang/bericht-bestaat"][1].vanBuiten, ["reactie-ontvangen"]);
  assert.deepEqual((await keurVoorbeeld(veranderingen)).map(kort), []);
});

test("elke regel heeft een fout voorbeeld, en staat aan", () => {
  assert.deepEqual(ALLE.filter((r) => !FOUT.some(([regel]) => regel === r)), []);
  const aan = [...Object.keys(INSTELLING.rules).map((r) => `bpmnlint/${r}`)];
  assert.deepEqual(NAMEN.filter((n) => n.startsWith("bpmnlint/") && !aan.includes(n)), []);
});
