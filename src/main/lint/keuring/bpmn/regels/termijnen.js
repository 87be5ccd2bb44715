import { eigenschap, gebeurtenis } from "../model.js";
import { regel } from "../regel.js";
import { codesIn } from "../termijn.js";

export const timerCatalogus = regel((model, meld) => {
  for (const stap of model.stappen) {
    const timer = gebeurtenis(stap, "Timer");
    if (!timer) {
      continue;
    }
    const uitdrukking = [timer.timeDate, timer.timeDuration, timer.timeCycle].map((t) => t?.body ?? "").join("");
    const codes = codesIn(uitdrukking);
    if (codes.length !== 1 || !/^\s*[$#]\{[\s\S]*\}\s*$/.test(uitdrukking)) {
      meld(stap, "De termijn van deze klok komt niet uit de tabel termijnen.",
        "Kies onder Timer het soort Date en vul in: ${termijnen.vervalmoment(execution,'code',begin)}.");
    } else if (eigenschap(stap, "termijn") !== codes[0]) {
      meld(stap, `De klok noemt haar termijn niet: hij loopt op "${codes[0]}".`, `Zet de extension property termijn op ${codes[0]}.`);
    }
    if (!stap.name) {
      meld(stap, "Op de tekening staat niet welke termijn dit is.", "Geef de klok de naam van de termijn en haar artikel: Termijn voor reactie (art. 6).");
    }
  }
});

export const termijnBestaat = regel((model, meld, { kader, wereld }) => {
  for (const element of [...model.processen, ...model.stappen]) {
    const codes = new Set(model.uitdrukkingen(element).flatMap(codesIn));
    if (eigenschap(element, "termijn") !== undefined) {
      codes.add(eigenschap(element, "termijn"));
    }
    for (const code of codes) {
      const rijen = wereld.termijnen[code];
      if (!rijen) {
        meld(element, `De termijn "${code}" staat niet in de tabel termijnen.`, "Voeg een regel toe in processes/beleid/termijnen.dmn, of kies een code die er staat.");
      } else {
        for (const gemeente of kader.gemeenten.filter((g) => !rijen.includes(g))) {
          meld(element, `De termijn "${code}" heeft geen regel voor ${gemeente}.`, "Voeg in processes/beleid/termijnen.dmn een regel toe voor die gemeente, of een algemene.");
        }
      }
    }
  }
});
