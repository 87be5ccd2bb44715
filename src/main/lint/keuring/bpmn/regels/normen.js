import { eigenschap, gebeurtenis, isSoort, lijst } from "../model.js";
import { regel } from "../regel.js";

const MINSTE_REDEN = 15;

/** What in a model does what an instruction demands: people's work, decisions, terms, letters and called procedures. */
const draagtRecht = (stap) => isSoort(stap, "UserTask", "BusinessRuleTask", "CallActivity") || gebeurtenis(stap, "Timer") !== undefined
  || eigenschap(stap, "brief") !== undefined;

export const normAanwezig = regel((model, meld) => {
  for (const element of [...model.processen, ...model.stappen.filter(draagtRecht)]) {
    const reden = eigenschap(element, "geenNorm");
    if (reden !== undefined && reden.trim().length < MINSTE_REDEN) {
      meld(element, "De reden waarom hier geen norm staat, zegt te weinig.", "Schrijf in de extension property geenNorm een hele zin.");
    } else if (reden === undefined && lijst(eigenschap(element, "norm")).length === 0) {
      meld(element, "Hier staat niet welke norm dit vraagt.",
        "Zet de extension property norm met nummers uit docs/normenkader, of de property geenNorm met de reden waarom geen norm het vraagt.");
    }
  }
});

export const normBestaat = regel((model, meld, { kader }) => {
  const bekend = new Set(kader.normen);
  for (const element of [...model.processen, ...model.deelnemers, ...model.banen, ...model.elementen]) {
    for (const norm of lijst(eigenschap(element, "norm")).filter((n) => !bekend.has(n))) {
      meld(element, `De norm ${norm} bestaat niet.`, "Zoek het nummer op in docs/normenkader.");
    }
  }
});
