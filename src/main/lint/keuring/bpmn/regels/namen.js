import { isSoort } from "../model.js";
import { regel } from "../regel.js";

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const STANDAARD_ID = /^(?:Activity|Event|Gateway|Flow|Process|Participant|Lane|DataObject|Association)_[0-9a-z]{7}$/;
const WERKWOORD = /(?:^|\s|-)(?:[\p{L}]{2,}en|doen|gaan|zien|staan|slaan)(?=$|\s|,)/u;

export const idConventie = regel((model, meld) => {
  for (const element of [...model.processen, ...model.deelnemers, ...model.banen, ...model.stappen, ...model.boodschappen]) {
    if (STANDAARD_ID.test(element.id)) {
      meld(element, "Het id is nog dat van Camunda Modeler.", "Geef onder General bij ID een naam die zegt wat het is, bijvoorbeeld gesprek-voeren.");
    } else if (!ID.test(element.id ?? "")) {
      meld(element, "Het id heeft andere tekens dan kleine letters, cijfers en streepjes.",
        "Schrijf woorden met kleine letters en een streepje ertussen, bijvoorbeeld gesprek-voeren.");
    }
  }
  for (const stroom of model.stromen.filter((s) => s.sourceRef && s.targetRef)) {
    const verwacht = `${stroom.sourceRef.id}-naar-${stroom.targetRef.id}`;
    if (stroom.id !== verwacht && !stroom.id?.startsWith(`${verwacht}-`)) {
      meld(stroom, `Het id van deze pijl zegt niet waar hij vandaan komt en heen gaat.`, `Maak er ${verwacht} van.`);
    }
  }
});

export const naamConventie = regel((model, meld) => {
  for (const taak of model.stappen.filter((s) => isSoort(s, "Task", "CallActivity", "SubProcess"))) {
    if (!taak.name) {
      meld(taak, "Deze stap heeft geen naam.", "Zeg in een paar woorden wat er gebeurt, met een werkwoord erin: Gesprek voeren.");
    } else {
      opmaak(taak, meld);
      if (isSoort(taak, "UserTask") && (!taak.name.includes(" ") || !WERKWOORD.test(taak.name))) {
        meld(taak, "De naam zegt niet wat iemand moet doen.", "Noem de handeling met een heel werkwoord: Op de aanvraag beslissen.");
      }
    }
  }
  for (const gebeurtenis of model.stappen.filter((s) => isSoort(s, "Event"))) {
    const inOnderdeel = isSoort(gebeurtenis.$parent, "SubProcess") && isSoort(gebeurtenis, "StartEvent", "EndEvent");
    if (gebeurtenis.name) {
      opmaak(gebeurtenis, meld);
    } else if (!inOnderdeel) {
      meld(gebeurtenis, "Deze gebeurtenis heeft geen naam.", "Zeg wat er is gebeurd: Termijn verstreken, Aanvraag ontvangen.");
    }
  }
  for (const keuze of model.stappen.filter((s) => isSoort(s, "ExclusiveGateway", "InclusiveGateway") && (s.outgoing ?? []).length > 1)) {
    if (!keuze.name?.endsWith("?")) {
      meld(keuze, "Bij deze keuze staat geen vraag.", "Geef de ruit een naam die met een vraagteken eindigt: Gesprek gevoerd?");
    }
    for (const pijl of keuze.outgoing.filter((p) => !p.name)) {
      meld(pijl, `Bij deze pijl staat geen antwoord op de vraag "${keuze.name ?? keuze.id}".`, "Geef de pijl een naam: ja, nee, of wat het antwoord is.");
    }
  }
  for (const baan of [...model.banen, ...model.deelnemers].filter((b) => !b.name)) {
    meld(baan, "Deze baan heeft geen naam.", "Noem de rol die het werk doet.");
  }
});

function opmaak(element, meld) {
  if (!/^[\p{Lu}\d]/u.test(element.name)) {
    meld(element, `De naam "${element.name}" begint niet met een hoofdletter.`, "Begin met een hoofdletter.");
  }
  if (/[.;:]$|\s$|^\s|\s{2}/.test(element.name)) {
    meld(element, `In de naam "${element.name}" staat een punt aan het eind of een spatie te veel.`, "Haal die weg.");
  }
}
