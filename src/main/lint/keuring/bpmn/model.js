/** One model of a process as the rules look at it; made once a model. */

const MODELLEN = new WeakMap();

export function modelVan(definities) {
  if (!MODELLEN.has(definities)) {
    MODELLEN.set(definities, new Model(definities));
  }
  return MODELLEN.get(definities);
}

export const isSoort = (element, ...soorten) => soorten.some((s) => element.$instanceOf?.(`bpmn:${s}`));

/** The value of an extension property; undefined when it is not there. */
export function eigenschap(element, naam) {
  return uitbreidingen(element, "camunda:Properties").flatMap((p) => p.values ?? []).find((p) => p.name === naam)?.value;
}

export function uitbreidingen(element, soort) {
  return (element.extensionElements?.values ?? []).filter((v) => v.$type === soort || v.$instanceOf?.(soort));
}

/** The comma-separated values of an extension property. */
export const lijst = (waarde) => (waarde ?? "").split(",").map((w) => w.trim()).filter((w) => w !== "");

export const uitleg = (element) => (element.documentation ?? []).map((d) => d.text ?? "").join(" ").trim();

/** The one event definition of an event of this kind, or undefined. */
export function gebeurtenis(element, soort) {
  return (element.eventDefinitions ?? []).find((d) => d.$type === `bpmn:${soort}EventDefinition`);
}

class Model {

  constructor(definities) {
    this.definities = definities;
    this.processen = (definities.rootElements ?? []).filter((e) => isSoort(e, "Process"));
    this.deelnemers = (definities.rootElements ?? []).filter((e) => isSoort(e, "Collaboration")).flatMap((c) => c.participants ?? []);
    this.boodschappen = (definities.rootElements ?? []).filter((e) => isSoort(e, "Message"));
    /** All flow nodes, sequence flows and artefacts, at every depth. */
    this.elementen = this.processen.flatMap((p) => [...binnen(p)]);
    this.stappen = this.elementen.filter((e) => isSoort(e, "FlowNode"));
    this.stromen = this.elementen.filter((e) => isSoort(e, "SequenceFlow"));
    this.banen = this.processen.flatMap((p) => [...banenVan(p.laneSets)]);
    const vlakken = (definities.diagrams ?? []).flatMap((d) => d.plane?.planeElement ?? []);
    this.vormen = vlakken.filter((v) => v.$type === "bpmndi:BPMNShape");
    this.lijnen = vlakken.filter((v) => v.$type === "bpmndi:BPMNEdge");
  }

  /** The timers and other events that sit on the border of this activity. */
  grenzenVan(activiteit) {
    return this.stappen.filter((s) => isSoort(s, "BoundaryEvent") && s.attachedToRef === activiteit);
  }

  /** Every expression on this element itself: its attributes, its listeners, its mappings, its event definitions, its condition. */
  uitdrukkingen(element) {
    return [...teksten(element, new Set())].filter((t) => /[$#]\{/.test(t));
  }
}

function* binnen(scope) {
  for (const element of [...(scope.flowElements ?? []), ...(scope.artifacts ?? [])]) {
    yield element;
    yield* binnen(element);
  }
}

function* banenVan(sets) {
  for (const baan of (sets ?? []).flatMap((s) => s.lanes ?? [])) {
    yield baan;
    yield* banenVan(baan.childLaneSet ? [baan.childLaneSet] : []);
  }
}

const NIET_EIGEN = new Set(["flowElements", "artifacts", "laneSets", "di", "incoming", "outgoing", "flowNodeRef", "documentation", "attachedToRef",
  "sourceRef", "targetRef", "default", "processRef", "messageRef", "signalRef", "errorRef"]);

function* teksten(element, gezien) {
  if (typeof element === "string") {
    yield element;
  } else if (Array.isArray(element)) {
    for (const deel of element) {
      yield* teksten(deel, gezien);
    }
  } else if (element && typeof element === "object" && !gezien.has(element)) {
    gezien.add(element);
    for (const naam of Object.keys(element)) {
      if (!naam.startsWith("$") && !NIET_EIGEN.has(naam)) {
        yield* teksten(element[naam], gezien);
      }
    }
    yield* teksten(Object.values(element.$attrs ?? {}), gezien);
  }
}
