import { tabellenVan } from "./dmn/regels.js";
import { modelVan } from "./bpmn/model.js";

const VORM = { bpmn: /^processes\/([a-z0-9-]+)\/([a-z0-9-]+)\.bpmn$/, dmn: /^processes\/([a-z0-9-]+)\/([a-z0-9-]+)\.dmn$/, form: /^forms\/([a-z0-9-]+)\/([a-z0-9-]+)\.form$/ };

/** Each file stands where one looks for it, under the id of what is in it, and no id is there twice. */
export function plaatsing(bestand, alle, meld) {
  const soort = bestand.naam.split(".").pop();
  const plek = VORM[soort].exec(bestand.naam);
  const eigen = ids(bestand);
  if (!plek) {
    meld({ id: eigen[0] }, "Het bestand staat niet op zijn plaats.", `Zet het in ${soort === "form" ? "forms" : "processes"}/<procedure>/, met kleine letters en streepjes in de naam.`);
  } else if (!eigen.includes(plek[2])) {
    meld({ id: eigen[0] }, `Het id "${eigen[0] ?? ""}" is anders dan de naam van het bestand.`, `Noem het bestand ${eigen[0] ?? "naar het id"}.${soort}, of verander het id.`);
  } else if (soort === "bpmn" && plek[1] !== plek[2]) {
    meld({ id: eigen[0] }, "Het model heeft een andere naam dan zijn map.", `Zet het in processes/${plek[2]}/.`);
  }
  for (const id of eigen) {
    const dubbel = alle.find((a) => a !== bestand && a.inhoud && a.naam.endsWith(`.${soort}`) && ids(a).includes(id));
    if (dubbel) {
      meld({ id }, `Het id "${id}" staat ook in ${dubbel.naam}.`, "Geef een van de twee een ander id.");
    }
  }
}

function ids({ naam, inhoud }) {
  if (naam.endsWith(".form")) {
    return [inhoud.id];
  }
  return naam.endsWith(".dmn") ? tabellenVan(inhoud).map((t) => t.beslissing.id) : modelVan(inhoud).processen.map((p) => p.id);
}
