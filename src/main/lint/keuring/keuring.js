import Linter from "bpmnlint/lib/linter.js";
import { dmnRegels } from "./dmn/regels.js";
import { formulierRegels } from "./formulier/regels.js";
import { oplosser } from "./bpmn/linter.js";
import { lees } from "./lezen.js";
import { wereldVan } from "./wereld.js";
import { plaatsing } from "./plaatsing.js";

/**
 * @typedef { { bestand: string, regel: string, id: string, naam: string, wat: string, herstel: string } } Bevinding
 *     where: file, rule, id and name of the element (may be empty); what is wrong; how to mend it
 */

/**
 * Judges models, tables and forms together. Needs nothing of Node or of a browser, so it runs wherever JavaScript does.
 *
 * @param { { naam: string, inhoud: string }[] } bestanden everything under processes/ and forms/, named from the root of the repository
 * @param { import("../kader/kader.js").Kader } kader what they may refer to
 * @param { object } instelling the contents of processes/.bpmnlintrc
 * @param { { welke?: (naam: string) => boolean, lezen?: typeof lees } } [hoe] which files to report on, all unless given; how to read one
 * @returns { Promise<Bevinding[]> } in the order of the files
 */
export async function keur(bestanden, kader, instelling, { welke = () => true, lezen = lees } = {}) {
  const gelezen = await Promise.all(bestanden.map(async (b) => ({ ...(await lezen(b)), naam: b.naam })));
  const omgeving = { kader, wereld: wereldVan(gelezen, kader) };
  const bevindingen = [];
  for (const bestand of gelezen.filter((g) => welke(g.naam))) {
    const meld = (regel) => (element, wat, herstel) => bevindingen.push(
      { bestand: bestand.naam, regel, id: element.id ?? "", naam: element.name ?? "", wat, herstel });
    bestand.fouten.forEach((fout) => meld("leesbaar")({}, `Het bestand is niet goed te lezen: ${fout.replace(/\s+/g, " ").trim()}.`, "Open het in Camunda Modeler, herstel de fout en sla het opnieuw op."));
    if (bestand.inhoud) {
      plaatsing(bestand, gelezen, meld("plaatsing"));
      bevindingen.push(...await bevindingenVan(bestand, omgeving, instelling));
    }
  }
  return bevindingen;
}

async function bevindingenVan(bestand, omgeving, instelling) {
  if (bestand.naam.endsWith(".bpmn")) {
    // Rules of bpmnlint remember what they saw: each model has a linter of its own.
    return uitLinter(bestand, await new Linter({ resolver: oplosser(omgeving) }).lint(bestand.inhoud, instelling));
  }
  const gevonden = [];
  const [regels, waar] = bestand.naam.endsWith(".dmn") ? [dmnRegels, { definities: bestand.inhoud }] : [formulierRegels, { formulier: bestand.inhoud }];
  for (const [regel, controleer] of Object.entries(regels)) {
    const meld = (element, wat, herstel) => gevonden.push({ bestand: bestand.naam, regel, id: element.id ?? "", naam: element.name ?? "", wat, herstel });
    controleer({ ...waar, bestand: bestand.naam, meld, omgeving });
  }
  return gevonden;
}

function uitLinter(bestand, rapport) {
  return Object.entries(rapport).flatMap(([regel, meldingen]) => meldingen.map((m) => {
    if (m.category === "rule-error") {
      throw new Error(`De regel ${regel} kan ${bestand.naam} niet beoordelen: ${m.message}`);
    }
    return { bestand: bestand.naam, regel: regel.replace(/^[a-z-]+\//, ""), id: m.id ?? "", naam: m.naam ?? naamVan(bestand.inhoud, m.id), wat: m.wat, herstel: m.herstel };
  }));
}

function naamVan(definities, id) {
  const zoek = (element) => element?.id === id ? element : [...(element?.rootElements ?? []), ...(element?.flowElements ?? [])].map(zoek).find(Boolean);
  return zoek(definities)?.name ?? "";
}
