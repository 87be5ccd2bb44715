import { parseExpression, parseUnaryTests } from "feelin";

/** The part of FEEL's conditions of which a table can be judged: literals, not(...), comparisons and ranges. */

const TEKST = /^"((?:[^"\\]|\\.)*)"$/;
const GETAL = /^-?\d+(?:\.\d+)?$/;
const VERGELIJKING = /^(<=|>=|<|>)\s*(-?\d+(?:\.\d+)?|[A-Za-z]\w*)$/;
const BEREIK = /^([[\](])\s*(-?\d+(?:\.\d+)?)\s*\.\.\s*(-?\d+(?:\.\d+)?)\s*([\])[])$/;

/**
 * What a cell of a table asks for.
 *
 * @returns { { soort: "alles" } | { soort: "een-van" | "geen-van", delen: object[] } | undefined } undefined when it is more than can be judged
 */
export function voorwaarde(tekst) {
  const geheel = (tekst ?? "").trim();
  if (geheel === "" || geheel === "-") {
    return { soort: "alles" };
  }
  const ontkend = /^not\(([\s\S]*)\)$/.exec(geheel);
  const delen = splits(ontkend ? ontkend[1] : geheel).map(deel);
  return delen.includes(undefined) ? undefined : { soort: ontkend ? "geen-van" : "een-van", delen };
}

/** The literal texts that a cell names. */
export const tekstenIn = (tekst) => splits((tekst ?? "").replace(/^\s*not\(([\s\S]*)\)\s*$/, "$1")).map((t) => TEKST.exec(t)?.[1]).filter((t) => t !== undefined);

function splits(tekst) {
  return tekst.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g)?.map((d) => d.trim()) ?? [];
}

function deel(tekst) {
  const vergelijking = VERGELIJKING.exec(tekst);
  const bereik = BEREIK.exec(tekst);
  if (tekst === "null") {
    return { soort: "leeg" };
  }
  if (tekst === "true" || tekst === "false") {
    return { soort: "waarheid", waarde: tekst };
  }
  if (TEKST.test(tekst)) {
    return { soort: "tekst", waarde: TEKST.exec(tekst)[1] };
  }
  if (GETAL.test(tekst)) {
    return { soort: "getal", van: Number(tekst), tot: Number(tekst), metVan: true, metTot: true };
  }
  if (vergelijking) {
    const [, teken, grens] = vergelijking;
    if (!GETAL.test(grens)) {
      return { soort: "naam", naam: grens, teken };
    }
    return teken[0] === "<" ? { soort: "getal", van: -Infinity, tot: Number(grens), metVan: false, metTot: teken === "<=" }
      : { soort: "getal", van: Number(grens), tot: Infinity, metVan: teken === ">=", metTot: false };
  }
  if (bereik) {
    const [, open, van, tot, dicht] = bereik;
    return { soort: "getal", van: Number(van), tot: Number(tot), metVan: open === "[", metTot: dicht === "]" };
  }
  return undefined;
}

/** What is wrong with the spelling of a condition (a cell at the left) or an expression; empty when nothing is. */
export const foutInVoorwaarde = (tekst) => heeftFout((tekst ?? "").trim() || "-", parseUnaryTests);

export const foutInUitdrukking = (tekst) => (tekst ?? "").trim() !== "" && heeftFout(tekst.trim(), parseExpression);

function heeftFout(tekst, lees) {
  let fout = false;
  try {
    lees(tekst, {}).iterate({ enter: (knoop) => { fout ||= knoop.type.isError; } });
  } catch {
    return true;
  }
  return fout;
}
