import { isSoort } from "../model.js";
import { doorsnijdt, ligtIn, opschriften, pastErin, raaktFiguur, raaktPunt, raken, stukken, vlak } from "../meetkunde.js";
import { regel } from "../regel.js";

const SPELING_AANHECHTING = 3;

export const tekeningVolledig = regel((model, meld) => {
  const vorm = new Map(model.vormen.filter((v) => v.bounds).map((v) => [v.bpmnElement, v]));
  const lijn = new Map(model.lijnen.map((l) => [l.bpmnElement, l]));
  for (const stap of [...model.deelnemers, ...model.banen, ...model.stappen].filter((s) => !vorm.has(s))) {
    meld(stap, "Deze stap staat niet op de tekening.", "Teken hem opnieuw in Camunda Modeler, of haal hem uit het model.");
  }
  for (const stroom of model.stromen) {
    const getekend = lijn.get(stroom);
    if (!getekend || (getekend.waypoint ?? []).length < 2) {
      meld(stroom, "Deze pijl staat niet op de tekening.", "Teken hem opnieuw in Camunda Modeler.");
    } else {
      const [van, naar] = [vorm.get(stroom.sourceRef), vorm.get(stroom.targetRef)];
      if (van && !raaktPunt(getekend.waypoint[0], vlak(van), SPELING_AANHECHTING)) {
        meld(stroom, `De pijl begint op de tekening niet bij "${stroom.sourceRef.name ?? stroom.sourceRef.id}".`, "Sleep het begin naar die stap.");
      }
      if (naar && !raaktPunt(getekend.waypoint.at(-1), vlak(naar), SPELING_AANHECHTING)) {
        meld(stroom, `De pijl eindigt op de tekening niet bij "${stroom.targetRef.name ?? stroom.targetRef.id}".`, "Sleep de punt naar die stap.");
      }
    }
  }
  for (const [element] of [...vorm].filter(([e, v]) => isSoort(e, "SubProcess") && v.isExpanded !== true)) {
    meld(element, "Dit onderdeel is dichtgeklapt: op de tekening is niet te zien wat erin gebeurt.", "Klap het uit in Camunda Modeler.");
  }
  for (const wees of [...model.vormen, ...model.lijnen].filter((d) => !d.bpmnElement)) {
    meld(wees, "De tekening heeft iets dat in het model niet bestaat.", "Open het model in Camunda Modeler en sla het opnieuw op.");
  }
});

export const tekeningLeesbaar = regel((model, meld) => {
  const vormen = model.vormen.filter((v) => v.bounds && isSoort(v.bpmnElement, "FlowNode"));
  const omhulsels = model.vormen.filter((v) => v.bounds && (isSoort(v.bpmnElement, "Participant", "Lane") || isSoort(v.bpmnElement, "SubProcess")));
  const teksten = opschriften(model);
  overElkaar(vormen, meld);
  for (const vorm of vormen.filter((v) => isSoort(v.bpmnElement, "Task", "CallActivity") && v.bpmnElement.name && !pastErin(v))) {
    meld(vorm.bpmnElement, "De naam past niet in het vak.", "Maak de naam korter of het vak groter.");
  }
  teksten.forEach((tekst, i) => {
    const naam = `De tekst "${tekst.element.name}"`;
    for (const ander of teksten.slice(i + 1).filter((a) => raken(tekst.plaats, a.plaats))) {
      meld(tekst.element, `${naam} staat over de tekst "${ander.element.name}" heen.`, "Sleep een van de twee teksten opzij.");
    }
    for (const lijn of model.lijnen.filter((l) => l.bpmnElement && stukken({ waypoint: l.waypoint ?? [] }).some(([a, b]) => doorsnijdt(a, b, tekst.plaats)))) {
      meld(tekst.element, `${naam} staat over de pijl ${lijn.bpmnElement.id} heen.`, "Sleep de tekst naast de pijl.");
    }
    for (const vorm of vormen.filter((v) => v !== tekst.di && !isSoort(v.bpmnElement, "SubProcess") && raaktFiguur(tekst.plaats, v))) {
      meld(tekst.element, `${naam} staat over "${vorm.bpmnElement.name ?? vorm.bpmnElement.id}" heen.`, "Sleep de tekst opzij.");
    }
    for (const vak of omhulsels.filter((o) => o !== tekst.di && raken(tekst.plaats, vlak(o)) && !ligtIn(tekst.plaats, vlak(o)))) {
      meld(tekst.element, `${naam} staat op de rand van "${vak.bpmnElement.name ?? vak.bpmnElement.id}".`, "Sleep de tekst naar binnen of naar buiten.");
    }
  });
});

function overElkaar(vormen, meld) {
  vormen.forEach((een, i) => {
    const scope = vormen.find((v) => v.bpmnElement === een.bpmnElement.$parent);
    if (scope && !isSoort(een.bpmnElement, "BoundaryEvent") && !ligtIn(vlak(een), vlak(scope))) {
      meld(een.bpmnElement, `De stap steekt uit "${scope.bpmnElement.name ?? scope.bpmnElement.id}".`, "Maak dat vak groter, of sleep de stap naar binnen.");
    }
    for (const ander of vormen.slice(i + 1)) {
      if (!hoortOpElkaar(een.bpmnElement, ander.bpmnElement) && raken(vlak(een), vlak(ander))) {
        meld(een.bpmnElement, `De stap staat over "${ander.bpmnElement.name ?? ander.bpmnElement.id}" heen.`, "Sleep een van de twee opzij.");
      }
    }
  });
}

/** Whether one lies within the other, or sits on its border. */
function hoortOpElkaar(een, ander) {
  const binnen = (klein, groot) => klein !== undefined && (klein.$parent === groot || klein.attachedToRef === groot || binnen(klein.$parent, groot));
  return binnen(een, ander) || binnen(ander, een) || een.attachedToRef?.$parent === ander || ander.attachedToRef?.$parent === een;
}
