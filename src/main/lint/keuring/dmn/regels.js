import { foutInUitdrukking, foutInVoorwaarde, tekstenIn } from "./feel.js";
import { Vakken } from "./vakken.js";

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const BELEID = ["UNIQUE", "FIRST", "COLLECT", "RULE ORDER"];
const TERMIJNCODE = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/;

export const tabellenVan = (definities) => (definities.drgElement ?? []).filter((e) => e.$type === "dmn:Decision")
  .map((beslissing) => ({ beslissing, tabel: beslissing.decisionLogic?.$type === "dmn:DecisionTable" ? beslissing.decisionLogic : undefined }));

const soort = (tabel) => tabel.hitPolicy ?? "UNIQUE";

const nummer = (tabel, regel) => tabel.rule.indexOf(regel) + 1;

const rij = (tabel, regel) => ({ id: regel.id, name: `regel ${nummer(tabel, regel)}` });

const metTabel = (controleer) => ({ definities, meld, omgeving }) => tabellenVan(definities).filter((t) => t.tabel)
  .forEach(({ beslissing, tabel }) => controleer({ beslissing, tabel, meld, omgeving }));

function tabelKop({ definities, meld }) {
  for (const { beslissing, tabel } of tabellenVan(definities)) {
    if (!ID.test(beslissing.id ?? "")) {
      meld(beslissing, "Het id van de tabel heeft andere tekens dan kleine letters, cijfers en streepjes.", "Noem haar bijvoorbeeld vervolg-advies.");
    }
    if (!beslissing.name || !beslissing.description?.trim()) {
      meld(beslissing, "De tabel heeft geen naam of geen beschrijving.", "Vul in hoe zij heet en waarover zij gaat.");
    }
    if (!tabel) {
      meld(beslissing, "Deze beslissing is geen tabel.", "Maak er een Decision table van.");
    } else if (!BELEID.includes(soort(tabel))) {
      meld(beslissing, `De Hit policy ${soort(tabel)} wordt niet ondersteund.`, `Kies ${BELEID.join(", ")}.`);
    }
    if (!beslissing.$attrs?.["camunda:historyTimeToLive"] && !beslissing.get("camunda:historyTimeToLive")) {
      meld(beslissing, "Er staat niet hoe lang uitkomsten bewaard blijven.", "Vul History time to live in: P1825D.");
    }
  }
}

const tabelAnnotatie = metTabel(({ tabel, meld }) => {
  for (const regel of tabel.rule ?? []) {
    if (!regel.description?.trim()) {
      meld(rij(tabel, regel), "Bij deze regel staat niet waar hij op steunt.", "Zet in de kolom Annotations het nummer van de norm, of waarom de regel er is.");
    }
  }
});

const tabelNormBestaat = metTabel(({ tabel, meld, omgeving }) => {
  const bekend = new Set(omgeving.kader.normen);
  const voorvoegsels = [...new Set(omgeving.kader.normen.map((n) => n.slice(0, 3)))].join("|");
  for (const regel of tabel.rule ?? []) {
    for (const [norm] of (regel.description ?? "").matchAll(new RegExp(`\\b(?:${voorvoegsels})-[\\w.-]*\\w`, "g"))) {
      if (!bekend.has(norm)) {
        meld(rij(tabel, regel), `De norm ${norm} bestaat niet.`, "Zoek het nummer op in docs/normenkader.");
      }
    }
  }
});

const tabelUitdrukking = metTabel(({ tabel, meld }) => {
  for (const regel of tabel.rule ?? []) {
    (regel.inputEntry ?? []).forEach((cel, i) => {
      const invoer = tabel.input[i];
      if (foutInVoorwaarde(cel.text)) {
        meld(rij(tabel, regel), `De voorwaarde ${cel.text.trim()} bij ${invoer.label ?? invoer.id} is niet te lezen.`, 'Schrijf tekst tussen aanhalingstekens: "bunnik", of een getal: >= 16.');
      } else {
        buiten(cel.text, invoer.inputValues).forEach((w) => meld(rij(tabel, regel), `"${w}" hoort niet bij de waarden van ${invoer.label ?? invoer.id}.`,
          `Kies uit ${tekstenIn(invoer.inputValues.text).join(", ")}, of voeg de waarde daar toe.`));
      }
    });
    (regel.outputEntry ?? []).forEach((cel, i) => {
      const uitvoer = tabel.output[i];
      if (foutInUitdrukking(cel.text)) {
        meld(rij(tabel, regel), `De uitkomst ${cel.text.trim()} bij ${uitvoer.label ?? uitvoer.name} is niet te lezen.`, 'Schrijf tekst tussen aanhalingstekens: "ja".');
      } else {
        buiten(cel.text, uitvoer.outputValues).forEach((w) => meld(rij(tabel, regel), `"${w}" hoort niet bij de uitkomsten van ${uitvoer.label ?? uitvoer.name}.`,
          `Kies uit ${tekstenIn(uitvoer.outputValues.text).join(", ")}, of voeg de uitkomst daar toe.`));
      }
    });
  }
});

function buiten(tekst, toegestaan) {
  const mag = toegestaan ? tekstenIn(toegestaan.text) : undefined;
  return mag && mag.length > 0 ? tekstenIn(tekst).filter((w) => !mag.includes(w)) : [];
}

const tabelEenduidig = metTabel(({ tabel, meld }) => {
  if (soort(tabel) !== "UNIQUE") {
    return;
  }
  const vakken = new Vakken(tabel);
  for (const { regel } of vakken.onbeoordeelbaar) {
    meld(rij(tabel, regel), "Van deze voorwaarde is niet na te gaan of er precies één regel past.", "Gebruik waarden, not(...), vergelijkingen en grenzen, of een andere Hit policy.");
  }
  const regels = vakken.regels.filter(({ vak }) => !vak.includes(undefined));
  regels.forEach((een, i) => regels.slice(i + 1).forEach((ander) => {
    const samen = Vakken.doorsnede(een.vak, ander.vak);
    if (samen) {
      meld(rij(tabel, ander.regel), `Deze regel past tegelijk met regel ${nummer(tabel, een.regel)}: ${vakken.inWoorden(samen)}.`, "Maak een van de twee voorwaarden strenger.");
    }
  }));
});

const tabelVolledig = metTabel(({ beslissing, tabel, meld }) => {
  const vakken = new Vakken(tabel);
  if (soort(tabel) === "UNIQUE" && vakken.onbeoordeelbaar.length === 0) {
    const over = Vakken.verschil(vakken.geheel, vakken.regels.map((r) => r.vak));
    if (over.length > 0) {
      meld(beslissing, `Geen regel past als ${vakken.inWoorden(over[0])}.`, "Voeg een regel toe voor dat geval, of een restregel.");
    }
  }
});

const tabelBereikbaar = metTabel(({ tabel, meld }) => {
  if (soort(tabel) !== "FIRST") {
    return;
  }
  const vakken = new Vakken(tabel);
  vakken.regels.forEach(({ regel, vak }, i) => {
    const eerder = vakken.regels.slice(0, i).filter((r) => !r.vak.includes(undefined));
    if (!vak.includes(undefined) && Vakken.verschil(vak, eerder.map((r) => r.vak)).length === 0) {
      const door = eerder.filter((r) => Vakken.doorsnede(r.vak, vak)).map((r) => nummer(tabel, r.regel));
      meld(rij(tabel, regel), `Deze regel wordt nooit bereikt: regel ${door.join(", ")} past altijd eerder.`, "Zet hem hoger, of haal hem weg.");
    }
  });
});

/** Who, beside the employees, must act within a term. */
const WIE_ANDERS = ["ouders", "jongere", "directeur", "school", "deskundige", "overtreder", "halt", "svb", "veilig-thuis", "systeem"];

const termijnenKloppen = metTabel(({ beslissing, tabel, meld, omgeving: { kader } }) => {
  if (beslissing.id !== "termijnen") {
    return;
  }
  const kolom = (naam) => tabel.output.findIndex((u) => u.name === naam);
  const wieMag = [...kader.rollen.map((r) => r.code), ...WIE_ANDERS];
  for (const regel of tabel.rule ?? []) {
    const code = tekstenIn(regel.inputEntry[0]?.text)[0] ?? "";
    const eenheid = tekstenIn(regel.outputEntry[kolom("eenheid")]?.text)[0] ?? "";
    const wie = tekstenIn(regel.outputEntry[kolom("wie")]?.text)[0] ?? "";
    if (!TERMIJNCODE.test(code)) {
      meld(rij(tabel, regel), `"${code}" is geen code van een termijn.`, "Schrijf procedure, punt, termijn: verlof.beslissen.");
    }
    if (eenheid !== "" && !kader.eenheden.includes(eenheid)) {
      meld(rij(tabel, regel), `De eenheid "${eenheid}" bestaat niet.`, `Kies ${kader.eenheden.join(", ")}, of laat haar leeg als de datum in elke zaak wordt bepaald.`);
    }
    if (!wieMag.includes(wie)) {
      meld(rij(tabel, regel), `"${wie}" is niemand die binnen een termijn iets kan doen.`, `Kies ${wieMag.join(", ")}.`);
    }
  }
});

const rollenKloppen = metTabel(({ beslissing, tabel, meld, omgeving: { kader } }) => {
  const codes = kader.rollen.map((r) => r.code);
  for (const regel of beslissing.id === "rollen" ? tabel.rule ?? [] : []) {
    tekstenIn(regel.outputEntry[0]?.text).filter((r) => !codes.includes(r))
      .forEach((r) => meld(rij(tabel, regel), `De rol "${r}" bestaat niet.`, `Kies een van deze: ${codes.join(", ")}.`));
  }
});

export const dmnRegels = {
  "tabel-kop": tabelKop, "tabel-annotatie": tabelAnnotatie, "tabel-norm-bestaat": tabelNormBestaat, "tabel-uitdrukking": tabelUitdrukking,
  "tabel-eenduidig": tabelEenduidig, "tabel-volledig": tabelVolledig, "tabel-bereikbaar": tabelBereikbaar,
  "termijnen-kloppen": termijnenKloppen, "rollen-kloppen": rollenKloppen,
};
