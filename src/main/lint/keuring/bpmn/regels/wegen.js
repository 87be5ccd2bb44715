import { isSoort } from "../model.js";
import { regel } from "../regel.js";

export const elkPadEindigt = regel((model, meld) => {
  for (const scope of [...model.processen, ...model.stappen.filter((s) => isSoort(s, "SubProcess"))]) {
    const stappen = (scope.flowElements ?? []).filter((e) => isSoort(e, "FlowNode"));
    const begin = stappen.filter((s) => isSoort(s, "StartEvent") || s.triggeredByEvent);
    const bereikt = verzamel(begin, (s) => [...volgers(s), ...stappen.filter((g) => isSoort(g, "BoundaryEvent") && g.attachedToRef === s)]);
    const eindes = stappen.filter((s) => isSoort(s, "EndEvent") || s.triggeredByEvent || isSoort(s, "IntermediateThrowEvent") && linkNaar(s));
    const kanEindigen = verzamel(eindes, (s) => stappen.filter((v) => volgers(v).includes(s)));
    for (const stap of stappen) {
      if (!bereikt.has(stap)) {
        meld(stap, "Geen enkel pad komt hier ooit.", "Teken een pijl hiernaartoe, of haal de stap weg.");
      } else if (volgers(stap).length === 0 && !isSoort(stap, "EndEvent") && !stap.triggeredByEvent) {
        meld(stap, "Het pad houdt hier op zonder einde.", "Teken een pijl naar de volgende stap of naar een eindgebeurtenis.");
      } else if (!kanEindigen.has(stap)) {
        meld(stap, "Vanaf hier is geen einde te bereiken.", "Teken een pad naar een eindgebeurtenis.");
      }
    }
  }
});

const volgers = (stap) => (stap.outgoing ?? []).map((p) => p.targetRef).filter(Boolean);

const linkNaar = (stap) => (stap.eventDefinitions ?? []).some((d) => d.$type === "bpmn:LinkEventDefinition");

function verzamel(begin, verder) {
  const gezien = new Set();
  const over = [...begin];
  while (over.length > 0) {
    const stap = over.pop();
    if (!gezien.has(stap)) {
      gezien.add(stap);
      over.push(...verder(stap));
    }
  }
  return gezien;
}

export const keuzeVolledig = regel((model, meld) => {
  for (const keuze of model.stappen.filter((s) => isSoort(s, "ExclusiveGateway", "InclusiveGateway") && (s.outgoing ?? []).length > 1)) {
    if (isSoort(keuze, "ExclusiveGateway") && !keuze.default) {
      meld(keuze, "Past geen van de antwoorden, dan loopt de zaak vast.", "Maak een van de pijlen de Default flow.");
    }
    if (keuze.default?.conditionExpression) {
      meld(keuze.default, "De pijl voor alle andere gevallen heeft zelf een voorwaarde.", "Haal de voorwaarde weg, of maak een andere pijl de Default flow.");
    }
    for (const pijl of keuze.outgoing.filter((p) => p !== keuze.default && !p.conditionExpression?.body)) {
      meld(pijl, "Er staat niet bij wanneer dit pad wordt gekozen.", "Vul onder Condition een voorwaarde in, of maak dit de Default flow.");
    }
  }
});
