import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { leesModellen } from "../kader/kader.js";
import { keur } from "../keuring/keuring.js";
import { lees } from "../keuring/lezen.js";

export const WORTEL = resolve(fileURLToPath(import.meta.url), "../../../../..");
export const INSTELLING = JSON.parse(readFileSync(resolve(WORTEL, "processes/.bpmnlintrc"), "utf8"));

export const VOORBEELD = leesModellen(resolve(fileURLToPath(import.meta.url), "../voorbeeld"));

/** What the example may refer to. */
export const KADER = {
  rollen: ["leerplichtambtenaar", "boa", "administratief-medewerker"].map((code) => ({ code, naam: code })),
  gemeenten: ["bunnik", "noordoostpolder"],
  beans: {
    briefKlaarzetten: { soort: "delegate", methoden: ["execute"], verstuurt: false },
    hulpVastleggen: { soort: "delegate", methoden: ["execute"], verstuurt: false },
    terugmelden: { soort: "delegate", methoden: ["execute"], verstuurt: true },
    termijnen: { soort: "expressies", methoden: ["vervalmoment", "vervalmomentTot", "uiterlijk", "wie"], verstuurt: false },
    beleid: { soort: "expressies", methoden: ["rol"], verstuurt: false },
    meeluisteren: { soort: "luisteraar", methoden: ["notify"], verstuurt: false },
  },
  berichtnamen: ["reactie"], brieven: ["gespreksverslag"], berichten: ["terugmelding"],
  normen: ["BUN-06.03-01", "BUN-06.03-02", "NOP-3.1.01-06"], eenheden: ["werkdagen", "weken"],
  onderdelen: ["textfield", "textarea", "radio", "select", "text", "datetime"], verboden: ["disabled", "readonly"],
};

const GELEZEN = new Map();

/** Reads each file once: the rules do not change what was read. */
export const lezen = (bestand) => {
  const sleutel = `${bestand.naam}\n${bestand.inhoud}`;
  if (!GELEZEN.has(sleutel)) {
    GELEZEN.set(sleutel, lees(bestand));
  }
  return GELEZEN.get(sleutel);
};

/**
 * The files with texts replaced; each text must be there, so that a test cannot pass because nothing was changed.
 *
 * @param { [bestand: string, van: string | RegExp, naar: string][] } veranderingen the file by the end of its name
 */
export function veranderd(bestanden, veranderingen) {
  return veranderingen.reduce((alle, [naam, van, naar]) => {
    const bestand = alle.find((b) => b.naam.endsWith(naam));
    const inhoud = bestand?.inhoud.replace(van, typeof naar === "string" ? () => naar : naar);
    if (inhoud === undefined || inhoud === bestand.inhoud) {
      throw new Error(`In ${naam} staat ${van} niet`);
    }
    return alle.map((b) => (b === bestand ? { ...b, inhoud } : b));
  }, bestanden);
}

export const keurVoorbeeld = (veranderingen = [], kader = KADER) => keur(veranderd(VOORBEELD, veranderingen), kader, INSTELLING, { lezen });

/** A finding in one line: file, rule, element, what is wrong. */
export const kort = (b) => `${b.bestand.split("/").pop()} ${b.id} [${b.regel}] ${b.wat}`;
