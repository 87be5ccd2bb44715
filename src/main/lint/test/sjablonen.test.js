import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { validate } from "@bpmn-io/element-templates-validator";
import { leesKader, leesModellen } from "../kader/kader.js";
import { keur } from "../keuring/keuring.js";
import { MAP, sjablonen } from "../sjablonen/sjablonen.js";
import { INSTELLING, kort, VOORBEELD, WORTEL } from "./hulp.js";
import { modeler } from "./modeler.js";

const GEMAAKT = await sjablonen(WORTEL);
const NORM = "BUN-06.03-01";
const FORMULIER = "adres-zoeken";
const BESTAND = "processes/bouwsteen/bouwsteen.bpmn";
const BASIS = VOORBEELD.find((b) => b.naam === BESTAND).inhoud.replaceAll("serviceTask", "task").replace(' camunda:delegateExpression="${hulpVastleggen}"', "");
const GRENS = { id: "hulp-te-laat", naar: "hulp-geregeld" };
let editor;
let sluit;

before(async () => {
  ({ editor, sluit } = await modeler(Object.values(GEMAAKT)));
});

after(() => sluit());

test("de templates in het project zijn die van nu", () => {
  const map = join(WORTEL, MAP);
  const vastgelegd = Object.fromEntries(readdirSync(map).map((n) => [n, JSON.parse(readFileSync(join(map, n), "utf8"))]));
  assert.deepEqual(vastgelegd, GEMAAKT, "maak ze opnieuw: npm run sjablonen");
});

test("elke template klopt met het schema van Camunda", () => {
  assert.equal(Object.keys(GEMAAKT).length, 7);
  for (const [naam, sjabloon] of Object.entries(GEMAAKT)) {
    const { valid, errors } = validate(sjabloon);
    assert.ok(valid, `${naam}: ${JSON.stringify(errors)}`);
  }
  assert.equal(validate({ ...GEMAAKT["termijn.json"], properties: [{ type: "Onzin" }] }).valid, false);
});

for (const [naam, sjabloon] of Object.entries(GEMAAKT)) {
  test(`wie ${naam} toepast en invult, krijgt een model zonder fouten`, async () => {
    const { xml, element } = await pasToe(sjabloon);
    assert.match(xml, new RegExp(`camunda:modelerTemplate="${sjabloon.id}"`));
    assert.equal(sjabloon.elementType?.value ?? "bpmn:BoundaryEvent", element.type);
    const bestanden = [...leesModellen(WORTEL), { naam: BESTAND, inhoud: xml }];
    const bevindingen = await keur(bestanden, leesKader(WORTEL), INSTELLING, { welke: (n) => n === BESTAND });
    assert.deepEqual(bevindingen.map(kort), [], xml);
  });
}

/** Applies a template to the plain task of a model, or to a timer on it, and fills in what the template asks. */
async function pasToe(sjabloon) {
  const opGrens = sjabloon.appliesTo.includes("bpmn:BoundaryEvent");
  await editor.importXML(opGrens ? metTermijn(sjabloon) : BASIS);
  const doel = editor.get("elementRegistry").get(opGrens ? GRENS.id : "hulp-vastleggen");
  const element = editor.get("elementTemplates").applyTemplate(doel, sjabloon);
  const norm = element.businessObject.extensionElements?.values.find((v) => v.$type === "camunda:Properties")?.values.find((p) => p.name === "norm");
  const eigenschappen = element.businessObject.extensionElements.values.find((v) => v.$type === "camunda:Properties");
  if (norm) {
    norm.value = NORM;
  } else {
    eigenschappen.values.push(editor.get("moddle").create("camunda:Property", { name: "norm", value: NORM }));
  }
  if (element.type === "bpmn:UserTask") {
    element.businessObject.set("camunda:formRef", FORMULIER);
  }
  return { element, xml: (await editor.saveXML({ format: true })).xml };
}

/** The model with a timer on its task that asks for the term that the template proposes. */
function metTermijn(sjabloon) {
  const vraag = `\${termijnen.vervalmoment(execution,'${sjabloon.properties[0].value}',now())}`;
  const pijl = `${GRENS.id}-naar-${GRENS.naar}`;
  return BASIS.replace("    <bpmn:endEvent", `    <bpmn:boundaryEvent id="${GRENS.id}" name="Termijn" attachedToRef="hulp-vastleggen"><bpmn:outgoing>${pijl}</bpmn:outgoing>
      <bpmn:timerEventDefinition id="${GRENS.id}-definitie"><bpmn:timeDate xsi:type="bpmn:tFormalExpression">${vraag}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>
    <bpmn:endEvent`)
    .replace("<bpmn:incoming>hulp-vastleggen-naar-hulp-geregeld</bpmn:incoming>", (t) => `${t}<bpmn:incoming>${pijl}</bpmn:incoming>`)
    .replace("  </bpmn:process>", `    <bpmn:sequenceFlow id="${pijl}" sourceRef="${GRENS.id}" targetRef="${GRENS.naar}" />\n  </bpmn:process>`)
    .replace("    </bpmndi:BPMNPlane>", `      <bpmndi:BPMNShape id="${GRENS.id}-di" bpmnElement="${GRENS.id}"><dc:Bounds x="307" y="207" width="36" height="36" /><bpmndi:BPMNLabel><dc:Bounds x="260" y="230" width="42" height="14" /></bpmndi:BPMNLabel></bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="${pijl}-di" bpmnElement="${pijl}"><di:waypoint x="325" y="243" /><di:waypoint x="325" y="260" /><di:waypoint x="500" y="260" /><di:waypoint x="500" y="180" /><di:waypoint x="478" y="180" /></bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>`);
}
