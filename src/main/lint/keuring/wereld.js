import { Vakken } from "./dmn/vakken.js";
import { tabellenVan } from "./dmn/regels.js";
import { tekstenIn } from "./dmn/feel.js";
import { isSoort, modelVan } from "./bpmn/model.js";

/**
 * What the models, tables and forms that are judged together offer each other.
 *
 * @typedef { {
 *   processen: Record<string, string>, formulieren: Record<string, string>, tabellen: Record<string, string>,
 *   gebruikteFormulieren: string[], termijnen: Record<string, string[]>, rollentaken: string[]
 * } } Wereld  ids with the file in which they stand; codes of terms with the municipalities that have a row
 */

/** @returns { Wereld } */
export function wereldVan(gelezen, kader) {
  const soort = (uitgang) => gelezen.filter((g) => g.inhoud && g.naam.endsWith(uitgang));
  const modellen = soort(".bpmn").map((g) => ({ naam: g.naam, model: modelVan(g.inhoud) }));
  const tabellen = soort(".dmn").flatMap((g) => tabellenVan(g.inhoud).map((t) => ({ naam: g.naam, ...t })));
  const tabel = (id) => tabellen.find((t) => t.beslissing.id === id)?.tabel;
  return {
    processen: Object.fromEntries(modellen.flatMap(({ naam, model }) => model.processen.map((p) => [p.id, naam]))),
    formulieren: Object.fromEntries(soort(".form").map((g) => [g.inhoud.id, g.naam])),
    tabellen: Object.fromEntries(tabellen.map((t) => [t.beslissing.id, t.naam])),
    gebruikteFormulieren: modellen.flatMap(({ model }) => model.stappen.filter((s) => isSoort(s, "UserTask")).map((s) => s.formRef)),
    termijnen: termijnen(tabel("termijnen"), kader),
    rollentaken: (tabel("rollen")?.rule ?? []).flatMap((r) => tekstenIn(/^\s*not\(/.test(r.inputEntry[0]?.text) ? "" : r.inputEntry[0]?.text)),
  };
}

function termijnen(tabel, kader) {
  const gevonden = {};
  for (const regel of tabel?.rule ?? []) {
    const gemeenten = gemeentenVan(regel.inputEntry[1]?.text, kader);
    for (const code of tekstenIn(regel.inputEntry[0]?.text)) {
      gevonden[code] = [...new Set([...(gevonden[code] ?? []), ...gemeenten])];
    }
  }
  return gevonden;
}

function gemeentenVan(cel, kader) {
  const invoer = { inputExpression: { text: "gemeente", typeRef: "string" }, inputValues: { text: kader.gemeenten.map((g) => `"${g}"`).join(",") } };
  const [{ vak }] = new Vakken({ input: [invoer], rule: [{ inputEntry: [{ text: cel }] }] }).regels;
  return [...(vak[0] ?? [])].map((i) => kader.gemeenten[i]).filter(Boolean);
}
