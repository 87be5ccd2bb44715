import { foutInUitdrukking } from "../dmn/feel.js";

const ZONDER_WAARDE = ["text", "group", "separator"];
const MET_OPTIES = ["radio", "select", "checklist"];
const SLEUTEL = /^[A-Za-z][A-Za-z0-9_]*$/;
const SUBSOORTEN = ["date", "time", "datetime"];

const velden = (formulier) => (formulier.components ?? []).flatMap((c) => [c, ...velden(c)]);

const naam = (veld) => ({ id: veld.key ?? veld.id ?? "", name: veld.label ?? veld.dateLabel ?? veld.timeLabel ?? "" });

const metWaarde = (formulier) => velden(formulier).filter((v) => !ZONDER_WAARDE.includes(v.type));

function formulierOnderdelen({ formulier, meld, omgeving: { kader } }) {
  for (const veld of velden(formulier)) {
    if (!kader.onderdelen.includes(veld.type)) {
      meld(naam(veld), `Het onderdeel "${veld.type}" kan Schoolgang niet tonen.`, `Kies een van deze: ${kader.onderdelen.join(", ")}.`);
    }
    if (veld.type === "datetime" && !SUBSOORTEN.includes(veld.subtype)) {
      meld(naam(veld), "Er staat niet of dit een datum of een tijd is.", "Kies bij Subtype date, time of datetime.");
    }
    for (const eigenschap of kader.verboden.filter((e) => veld[e])) {
      meld(naam(veld), `Het veld gebruikt "${eigenschap}", en dat doet Schoolgang niet.`, "Maak die instelling leeg.");
    }
    const waarden = (veld.values ?? []).map((w) => w.value);
    if (MET_OPTIES.includes(veld.type) && (waarden.length === 0 && veld.properties?.keuze !== "collega" || new Set(waarden).size < waarden.length
      || (veld.values ?? []).some((w) => !w.value || !w.label))) {
      meld(naam(veld), "De keuzes zijn leeg of dubbel.", "Geef elke keuze een eigen waarde en een tekst.");
    }
  }
}

function formulierVelden({ formulier, meld }) {
  const gezien = new Set();
  for (const veld of metWaarde(formulier)) {
    if (!SLEUTEL.test(veld.key ?? "")) {
      meld(naam(veld), "De sleutel van het veld mag alleen letters, cijfers en _ hebben.", "Vul bij Key een naam in als datumGesprek.");
    } else if (gezien.has(veld.key)) {
      meld(naam(veld), "Deze sleutel komt twee keer voor.", "Geef een van de twee velden een andere Key.");
    }
    gezien.add(veld.key);
    if (!(veld.label || veld.dateLabel || veld.timeLabel)) {
      meld(naam(veld), "Het veld heeft geen vraag.", "Vul Field label in.");
    }
    const opslag = veld.properties?.opslag;
    if (opslag !== undefined && !["beslissing", "dossier"].includes(opslag)) {
      meld(naam(veld), `De opslag "${opslag}" bestaat niet.`, "Zet de custom property opslag op beslissing of dossier.");
    } else if (opslag === "beslissing" && ["textfield", "textarea"].includes(veld.type)) {
      meld(naam(veld), "Vrije tekst mag geen beslissing zijn: zij hoort in het dossier.", "Zet de custom property opslag op dossier.");
    }
  }
}

function formulierNorm({ formulier, meld, omgeving }) {
  const bekend = new Set(omgeving.kader.normen);
  for (const veld of velden(formulier)) {
    const normen = (veld.properties?.norm ?? "").split(",").map((n) => n.trim()).filter((n) => n !== "");
    normen.filter((n) => !bekend.has(n)).forEach((n) => meld(naam(veld), `De norm ${n} bestaat niet.`, "Zoek het nummer op in docs/normenkader."));
    if (normen.length === 0 && veld.properties?.opslag === "beslissing" && !veld.properties?.geenNorm) {
      meld(naam(veld), "Er staat niet welke norm om deze beslissing vraagt.", "Zet de custom property norm, of geenNorm met de reden waarom het toch nodig is.");
    }
  }
}

function formulierVoorwaarden({ formulier, meld }) {
  for (const veld of velden(formulier)) {
    for (const [waar, tekst] of [["Hide if", veld.conditional?.hide], ["verplichtAls", veld.properties?.verplichtAls]]) {
      if (tekst && (!tekst.startsWith("=") || foutInUitdrukking(tekst.slice(1)))) {
        meld(naam(veld), `De voorwaarde bij ${waar} is niet te lezen: ${tekst}`, 'Schrijf een vergelijking na een =-teken: =gesprekResultaat != "gevoerd".');
      }
    }
  }
}

function formulierGebruikt({ formulier, bestand, meld, omgeving }) {
  if (!omgeving.wereld.gebruikteFormulieren.includes(formulier.id)) {
    meld({ id: formulier.id ?? "", name: "" }, "Geen enkele taak gebruikt dit formulier.", `Kies het bij een taak, of verwijder ${bestand}.`);
  }
}

export const formulierRegels = {
  "formulier-onderdelen": formulierOnderdelen, "formulier-velden": formulierVelden, "formulier-norm": formulierNorm,
  "formulier-voorwaarden": formulierVoorwaarden, "formulier-gebruikt": formulierGebruikt,
};
