import { idConventie, naamConventie } from "./regels/namen.js";
import { normAanwezig, normBestaat } from "./regels/normen.js";
import { procesKop } from "./regels/proces.js";
import { taakFormulier, taakRol, taakTermijn, taakUitleg } from "./regels/taken.js";
import { tekeningLeesbaar, tekeningVolledig } from "./regels/tekening.js";
import { termijnBestaat, timerCatalogus } from "./regels/termijnen.js";
import { aanroepBestaat, berichtBestaat, bouwsteenBestaat, briefBestaat, geenProgrammacode, tabelBestaat } from "./regels/verwijzingen.js";
import { elkPadEindigt, keuzeVolledig } from "./regels/wegen.js";

/** Our own rules, by the name under which bpmnlint knows them: schoolgang/<name>. */
export const bpmnRegels = {
  "id-conventie": idConventie, "naam-conventie": naamConventie, "proces-kop": procesKop, "taak-rol": taakRol, "taak-formulier": taakFormulier,
  "taak-termijn": taakTermijn, "taak-uitleg": taakUitleg, "timer-catalogus": timerCatalogus, "termijn-bestaat": termijnBestaat,
  "bouwsteen-bestaat": bouwsteenBestaat, "geen-programmacode": geenProgrammacode, "brief-bestaat": briefBestaat, "bericht-bestaat": berichtBestaat,
  "aanroep-bestaat": aanroepBestaat, "tabel-bestaat": tabelBestaat, "norm-aanwezig": normAanwezig, "norm-bestaat": normBestaat,
  "elk-pad-eindigt": elkPadEindigt, "keuze-volledig": keuzeVolledig, "tekening-volledig": tekeningVolledig, "tekening-leesbaar": tekeningLeesbaar,
};
