import { readFileSync } from "node:fs";
import { join } from "node:path";
import { leesKader, leesModellen } from "../kader/kader.js";
import { lees } from "../keuring/lezen.js";
import { tabellenVan } from "../keuring/dmn/regels.js";
import { tekstenIn } from "../keuring/dmn/feel.js";
import { modelVan } from "../keuring/bpmn/model.js";

const SCHEMA = "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";
const AMBTENAREN = ["leerplichtambtenaar", "rmc-consulent", "boa"];
const ADMINISTRATIE = "administratief-medewerker";
const NORMEN = { value: "^[A-Z]{3}-[0-9A-Za-z.]+-[0-9]+([, ]+[A-Z]{3}-[0-9A-Za-z.]+-[0-9]+)*$", message: "Vul een of meer nummers uit docs/normenkader in: BUN-06.03-01" };
const CODE = { value: "^[a-z0-9]+(-[a-z0-9]+)*$", message: "Kleine letters, cijfers en streepjes: gesprek-voeren" };

export const MAP = "processes/.camunda/element-templates";

/**
 * The element templates for Camunda Modeler, made from the code, the tables and the letters as they are.
 *
 * @returns { Promise<Record<string, object>> } by the name of their file
 */
export async function sjablonen(wortel) {
  const kader = leesKader(wortel);
  const gelezen = await Promise.all(leesModellen(wortel).map(async (b) => ({ naam: b.naam, ...(await lees(b)) })));
  const termijnen = termijnkeuzes(gelezen);
  const lijst = {
    "taak-ambtenaar": taak("Taak van de ambtenaar", "Werk van de leerplichtambtenaar, de RMC-consulent of de boa.", rollen(kader, gelezen), termijnen),
    "taak-administratie": taak("Taak van de administratie", "Werk van de administratie.", undefined, termijnen),
    termijn: {
      ...kop("Termijn", "Een termijn op de rand van een taak of onderdeel. Kies daarna Timer, soort Date, met ${termijnen.vervalmoment(execution,'code',begin)} en dezelfde code."),
      appliesTo: ["bpmn:BoundaryEvent"],
      properties: [keuze("Welke termijn?", eigenschap("termijn"), termijnen.map(([code, woorden]) => ({ name: `${code}: ${woorden}`, value: code }))), norm()],
    },
    "brief-versturen": {
      ...kop("Brief versturen", "Maakt een brief, bewaart hem in het dossier en zet hem klaar om te versturen."),
      ...stap("bpmn:ServiceTask", ["bpmn:Task", "bpmn:ServiceTask"]),
      properties: [vast("${briefKlaarzetten}", attribuut("camunda:delegateExpression")), keuze("Welke brief?", eigenschap("brief"), brieven(wortel, gelezen, kader)), norm()],
    },
    "bericht-versturen": {
      ...kop("Bericht versturen", "Stuurt een bericht aan DUO, de school of een andere organisatie."),
      ...stap("bpmn:ServiceTask", ["bpmn:Task", "bpmn:ServiceTask"]),
      properties: [keuze("Welke bouwsteen?", attribuut("camunda:delegateExpression"), bouwstenen(kader, (b) => b.verstuurt)),
        keuze("Welk bericht?", eigenschap("bericht"), kader.berichten.map((b) => ({ name: b, value: b }))), norm()],
    },
    "bouwsteen-aanroepen": {
      ...kop("Bouwsteen aanroepen", "Voert een ander proces uit als deel van deze zaak, en wacht tot het klaar is."),
      ...stap("bpmn:CallActivity", ["bpmn:Task", "bpmn:CallActivity"]),
      properties: [keuze("Welk proces?", attribuut("calledElement"), processen(gelezen)), vast("latest", attribuut("camunda:calledElementBinding")),
        vast("#{execution.processBusinessKey}", { type: "camunda:in:businessKey" }),
        ...["zaakId", "gemeente", "leerlingId"].map((naam) => vast(naam, { type: "camunda:in", target: naam })), norm()],
    },
    "dossier-vastleggen": {
      ...kop("In het dossier vastleggen", "Legt vast wat er is gebeurd, zonder dat iemand iets hoeft te doen."),
      ...stap("bpmn:ServiceTask", ["bpmn:Task", "bpmn:ServiceTask"]),
      properties: [keuze("Wat vastleggen?", attribuut("camunda:delegateExpression"), bouwstenen(kader, (b) => b.legtVast)), norm()],
    },
  };
  return Object.fromEntries(Object.entries(lijst).map(([naam, sjabloon]) => [`${naam}.json`, { $schema: SCHEMA, id: `nl.schoolgang.${naam}`, ...sjabloon }]));
}

const kop = (name, description) => ({ name, description });
const stap = (value, appliesTo) => ({ appliesTo, elementType: { value } });
const attribuut = (name) => ({ type: "property", name });
const eigenschap = (name) => ({ type: "camunda:property", name });
const vast = (value, binding) => ({ type: "Hidden", value, binding });
const keuze = (label, binding, choices) => ({ label, type: "Dropdown", choices, value: choices[0].value, constraints: { notEmpty: true }, binding });
const norm = () => ({ label: "Normen", description: "Nummers uit docs/normenkader, met komma's ertussen.", type: "String", binding: eigenschap("norm"), constraints: { notEmpty: true, pattern: NORMEN } });

function taak(naam, omschrijving, rolkeuzes, termijnen) {
  const datums = termijnen.map(([code, woorden]) => ({ name: `${code}: ${woorden}`, value: "${termijnen.uiterlijk(execution,'" + code + "',now())}" }));
  return {
    ...kop(naam, `${omschrijving} Loopt er een termijn die ook gevolgen heeft, zet die dan met de template Termijn op de rand.`),
    ...stap("bpmn:UserTask", ["bpmn:Task", "bpmn:UserTask"]),
    properties: [
      rolkeuzes ? keuze("Wie?", attribuut("camunda:candidateGroups"), rolkeuzes) : vast(ADMINISTRATIE, attribuut("camunda:candidateGroups")),
      { label: "Formulier", description: "Het id van het formulier.", type: "String", binding: attribuut("camunda:formRef"), constraints: { notEmpty: true, pattern: CODE } },
      vast("deployment", attribuut("camunda:formRefBinding")),
      keuze("Uiterlijk", attribuut("camunda:dueDate"), datums),
      norm(),
    ],
  };
}

function rollen(kader, gelezen) {
  const beleid = tabel(gelezen, "rollen").rule.flatMap((r) => (r.inputEntry[0].text.startsWith("not(") ? [] : tekstenIn(r.inputEntry[0].text)));
  return [...kader.rollen.filter((r) => AMBTENAREN.includes(r.code)).map((r) => ({ name: r.naam, value: r.code })),
    ...[...new Set(beleid)].map((werk) => ({ name: `Volgens beleid van de gemeente: ${werk}`, value: "${beleid.rol(execution,'" + werk + "')}" }))];
}

function termijnkeuzes(gelezen) {
  const catalogus = tabel(gelezen, "termijnen");
  const waarvoor = catalogus.output.findIndex((u) => u.name === "omschrijving");
  const gevonden = new Map();
  for (const regel of catalogus.rule) {
    const [code] = tekstenIn(regel.inputEntry[0].text);
    if (!gevonden.has(code)) {
      gevonden.set(code, tekstenIn(regel.outputEntry[waarvoor].text).join(" "));
    }
  }
  return [...gevonden].sort(([een], [ander]) => (een < ander ? -1 : 1));
}

const tabel = (gelezen, id) => gelezen.filter((g) => g.naam.endsWith(".dmn")).flatMap((g) => tabellenVan(g.inhoud)).find((t) => t.beslissing.id === id).tabel;

const processen = (gelezen) => gelezen.filter((g) => g.naam.endsWith(".bpmn")).flatMap((g) => modelVan(g.inhoud).processen)
  .map((p) => ({ name: p.name, value: p.id })).sort((een, ander) => een.name.localeCompare(ander.name, "nl"));

const bouwstenen = (kader, welke) => Object.entries(kader.beans).filter(([, b]) => b.soort === "delegate" && welke(b)).map(([naam]) => naam).sort()
  .map((naam) => ({ name: inWoorden(naam), value: "${" + naam + "}" }));

const inWoorden = (naam) => naam.replace(/([A-Z])/g, (hoofdletter) => ` ${hoofdletter.toLowerCase()}`).replace(/^./, (eerste) => eerste.toUpperCase());

function brieven(wortel, gelezen, kader) {
  const mappen = [...new Set(gelezen.filter((g) => g.naam.startsWith("processes/")).map((g) => g.naam.split("/")[1]))];
  const titel = (code) => mappen.map((m) => join(wortel, "processes", m, "brieven", `${code}.html`)).map(kopVan).find((t) => t !== undefined) ?? code;
  return kader.brieven.map((code) => ({ name: `${titel(code)} (${code})`, value: code }));
}

function kopVan(bestand) {
  try {
    return /^titel:\s*(.*?)\s*$/m.exec(readFileSync(bestand, "utf8"))?.[1];
  } catch (fout) {
    if (fout.code === "ENOENT") {
      return undefined;
    }
    throw fout;
  }
}
