import assert from "node:assert/strict";
import test from "node:test";
import { leesKader, leesModellen } from "../kader/kader.js";
import { keur } from "../keuring/keuring.js";
import { GEPLANT } from "./geplant.js";
import { INSTELLING, kort, lezen, veranderd, WORTEL } from "./hulp.js";

const MODELLEN = leesModellen(WORTEL);
const KADER = leesKader(WORTEL);
const OVERAL = await keur(MODELLEN, KADER, INSTELLING, { lezen });

test("van elke soort is er iets om te keuren", () => {
  for (const uitgang of [".bpmn", ".dmn", ".form"]) {
    assert.ok(MODELLEN.filter((m) => m.naam.endsWith(uitgang)).length >= 5, uitgang);
  }
  assert.ok(GEPLANT.length >= 20);
});

for (const [naam, veranderingen, bestand, id, wat, herstel] of GEPLANT) {
  test(`gevonden: ${naam}`, async () => {
    const welke = (n) => n.endsWith(`/${bestand}`);
    const nieuw = (await keur(veranderd(MODELLEN, veranderingen), KADER, INSTELLING, { welke, lezen })).filter((b) => !OVERAL.some((o) => kort(o) === kort(b)));
    const gezien = nieuw.find((b) => b.bestand.endsWith(`/${bestand}`) && (id === undefined || b.id === id) && b.wat === wat);
    assert.ok(gezien, `gevonden is:\n${nieuw.map(kort).join("\n")}`);
    assert.match(gezien.herstel, herstel);
  });
}
