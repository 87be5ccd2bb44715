import { uitleg } from "../model.js";
import { regel } from "../regel.js";

const MINSTE_UITLEG = 40;

export const procesKop = regel((model, meld) => {
  const uitvoerbaar = model.processen.filter((p) => p.isExecutable);
  if (uitvoerbaar.length !== 1) {
    meld(model.definities, `Het bestand heeft ${uitvoerbaar.length} uitvoerbare processen.`, "Zet in elk bestand precies één proces, met Executable aan.");
  }
  for (const proces of uitvoerbaar) {
    if (!proces.name) {
      meld(proces, "Het proces heeft geen naam.", "Vul onder General de naam in zoals mensen die kennen.");
    }
    if (uitleg(proces).length < MINSTE_UITLEG) {
      meld(proces, "Er staat niet bij waar dit proces voor is.", "Vul onder Documentation een paar zinnen in, met de artikelen waar het op steunt.");
    }
    if (!model.deelnemers.some((d) => d.processRef === proces)) {
      meld(proces, "Het proces staat niet in een pool.", "Teken een pool om het proces heen en zet daarin wie het werk doet.");
    }
  }
});
