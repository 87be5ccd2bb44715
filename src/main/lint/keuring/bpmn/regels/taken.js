import { eigenschap, isSoort, lijst, uitleg } from "../model.js";
import { regel } from "../regel.js";
import { codesIn, einde } from "../termijn.js";

const MINSTE_UITLEG = 40;
const BELEID = /^[$#]\{\s*beleid\.rol\(\s*execution\s*,\s*'([^']+)'\s*\)\s*\}$/;
const VARIABELE = /^[$#]\{\s*[a-z]\w*\s*\}$/;

const taken = (model) => model.stappen.filter((s) => isSoort(s, "UserTask"));

export const taakRol = regel((model, meld, { kader, wereld }) => {
  const codes = kader.rollen.map((r) => r.code);
  for (const taak of taken(model)) {
    const groepen = lijst(taak.candidateGroups && !/[$#]\{/.test(taak.candidateGroups) ? taak.candidateGroups : "");
    const uitdrukking = /[$#]\{/.test(taak.candidateGroups ?? "") ? taak.candidateGroups.trim() : undefined;
    const beleid = BELEID.exec(uitdrukking ?? "");
    if (taak.assignee || taak.candidateUsers) {
      meld(taak, "De taak staat op naam van een medewerker.", "Maak Assignee en Candidate users leeg en zet de rol bij Candidate groups.");
    }
    if (!taak.candidateGroups) {
      meld(taak, "Er staat niet bij wie deze taak doet.", `Zet bij Candidate groups een rol: ${codes.join(", ")}.`);
    } else if (beleid && !wereld.rollentaken.includes(beleid[1])) {
      meld(taak, `De tabel rollen heeft geen regel voor "${beleid[1]}".`, "Voeg die toe in processes/beleid/rollen.dmn, of kies een vaste rol.");
    } else if (uitdrukking && !beleid && !VARIABELE.test(uitdrukking) && codesIn(uitdrukking).length === 0) {
      meld(taak, `De rol "${uitdrukking}" is niet te herkennen.`, "Kies een vaste rol, of ${beleid.rol(execution,'...')} met een regel in de tabel rollen.");
    }
    for (const groep of groepen.filter((g) => !codes.includes(g))) {
      meld(taak, `De rol "${groep}" bestaat niet.`, `Kies een van deze: ${codes.join(", ")}.`);
    }
  }
});

export const taakFormulier = regel((model, meld, { wereld }) => {
  for (const taak of taken(model)) {
    if (taak.formKey || taak.extensionElements?.values?.some((v) => v.$type === "camunda:FormData")) {
      meld(taak, "De taak heeft een formulier dat Schoolgang niet toont.", "Kies onder Forms het soort Camunda Forms.");
    }
    if (!taak.formRef) {
      meld(taak, "De taak heeft geen formulier.", "Kies onder Forms het soort Camunda Forms en vul het id van het formulier in.");
    } else if (!wereld.formulieren[taak.formRef]) {
      meld(taak, `Het formulier "${taak.formRef}" bestaat niet.`, `Maak forms/<procedure>/${taak.formRef}.form, of kies een formulier dat er is.`);
    } else if (taak.formRefBinding !== "deployment") {
      meld(taak, "De taak gebruikt altijd het nieuwste formulier, ook in zaken die al lopen.", "Zet Binding op deployment.");
    }
  }
});

export const taakTermijn = regel((model, meld) => {
  for (const taak of taken(model)) {
    const datum = einde(taak.dueDate);
    if (!taak.dueDate) {
      meld(taak, "De taak heeft geen uiterste datum.",
        "Zet bij Due date ${termijnen.vervalmoment(execution,'code',begin)} met een code uit de tabel termijnen, en de extension property termijn met die code.");
    } else if (!datum) {
      meld(taak, `De uiterste datum "${taak.dueDate}" komt niet uit de tabel termijnen.`,
        "Gebruik ${termijnen.vervalmoment(execution,'code',begin)}, vervalmomentTot voor een afgesproken datum, of uiterlijk als er geen termijn gaat lopen.");
    } else if (datum.loopt && eigenschap(taak, "termijn") !== datum.code) {
      meld(taak, `De taak noemt haar termijn niet: de uiterste datum is van "${datum.code}".`, `Zet de extension property termijn op ${datum.code}.`);
    }
  }
});

export const taakUitleg = regel((model, meld) => {
  for (const taak of taken(model).filter((t) => uitleg(t).length < MINSTE_UITLEG)) {
    meld(taak, "Er staat niet bij wat de wet en de instructie hier vragen.", "Schrijf het onder Documentation, in een paar zinnen voor wie de taak doet.");
  }
  for (const stap of model.stappen.filter((s) => isSoort(s, "ServiceTask", "BusinessRuleTask", "SendTask", "CallActivity") && !uitleg(s))) {
    meld(stap, "Er staat niet bij wat deze stap doet.", "Schrijf onder Documentation een zin.");
  }
});
