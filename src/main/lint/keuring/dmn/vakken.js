import { tekstenIn, voorwaarde } from "./feel.js";

/**
 * A table as sets of cells. Each input is cut into the smallest pieces that its conditions tell apart; a rule is a box of such pieces. A value that
 * is missing counts only where the table itself speaks of null.
 */
export class Vakken {

  constructor(tabel) {
    this.assen = (tabel.input ?? []).map((invoer, i) => new As(invoer, (tabel.rule ?? []).map((r) => r.inputEntry[i]?.text)));
    this.regels = (tabel.rule ?? []).map((regel) => ({ regel, vak: this.assen.map((as, i) => as.stukken(regel.inputEntry[i]?.text)) }));
    this.geheel = this.assen.map((as) => as.alle());
  }

  /** The rules that hold a condition that cannot be judged. */
  get onbeoordeelbaar() {
    return this.regels.filter(({ vak }) => vak.includes(undefined));
  }

  /** What is in both boxes; undefined when that is nothing. */
  static doorsnede(een, ander) {
    const samen = een.map((stukken, i) => new Set([...stukken].filter((s) => ander[i].has(s))));
    return samen.every((s) => s.size > 0) ? samen : undefined;
  }

  /** What is left of a box when others are taken out, as boxes. */
  static verschil(vak, eraf) {
    return eraf.reduce((over, weg) => over.flatMap((v) => min(v, weg)), [vak]);
  }

  /** One case in this box, in words. */
  inWoorden(vak) {
    return this.assen.map((as, i) => (vak[i].size === as.alle().size ? undefined : `${as.naam} ${as.inWoorden([...vak[i]][0])}`))
      .filter((w) => w !== undefined).join(", ") || "elk geval";
  }
}

function min(vak, weg) {
  if (!Vakken.doorsnede(vak, weg)) {
    return [vak];
  }
  const over = [];
  let rest = vak;
  vak.forEach((stukken, i) => {
    const buiten = new Set([...stukken].filter((s) => !weg[i].has(s)));
    if (buiten.size > 0) {
      over.push(rest.map((s, j) => (j === i ? buiten : s)));
    }
    rest = rest.map((s, j) => (j === i ? new Set([...s].filter((x) => weg[i].has(x))) : s));
  });
  return over;
}

class As {

  constructor(invoer, cellen) {
    this.naam = (invoer.inputExpression?.text ?? invoer.label ?? invoer.id).trim();
    this.toegestaan = invoer.inputValues ? tekstenIn(invoer.inputValues.text) : undefined;
    this.voorwaarden = cellen.map(voorwaarde);
    const delen = this.voorwaarden.flatMap((v) => v?.delen ?? []);
    const soorten = new Set(delen.map((d) => d.soort).filter((s) => s !== "leeg"));
    const namen = new Set(delen.filter((d) => d.soort === "naam").map((d) => d.naam));
    this.soort = soorten.size > 1 || namen.size > 1 ? "gemengd" : [...soorten][0] ?? ({ boolean: "waarheid", string: "tekst" }[invoer.inputExpression?.typeRef] ?? "getal");
    this.waarden = this.bouw(delen, ["integer", "long", "int"].includes(invoer.inputExpression?.typeRef));
    if (delen.some((d) => d.soort === "leeg")) {
      this.waarden.push({ woorden: "is leeg", past: (d) => d.soort === "leeg" });
    }
  }

  bouw(delen, heel) {
    if (this.soort === "waarheid") {
      return ["true", "false"].map((w) => ({ woorden: w === "true" ? "is waar" : "is niet waar", past: (d) => d.waarde === w }));
    }
    if (this.soort === "tekst") {
      const genoemd = [...new Set([...(this.toegestaan ?? []), ...delen.filter((d) => d.soort === "tekst").map((d) => d.waarde)])];
      const waarden = genoemd.map((w) => ({ woorden: `is "${w}"`, past: (d) => d.waarde === w }));
      return this.toegestaan ? waarden : [...waarden, { woorden: genoemd.length > 0 ? "is iets anders" : "is wat ook", past: () => false }];
    }
    if (this.soort === "naam") {
      const naam = delen.find((d) => d.soort === "naam").naam;
      return [["<", "is kleiner dan"], ["=", "is gelijk aan"], [">", "is groter dan"]]
        .map(([teken, woorden]) => ({ woorden: `${woorden} ${naam}`, past: (d) => d.soort === "naam" && d.teken.includes(teken) }));
    }
    return getallen(delen.filter((d) => d.soort === "getal"), heel);
  }

  alle() {
    return new Set(this.waarden.keys());
  }

  /** The pieces that a cell asks for; undefined when it cannot be judged. */
  stukken(tekst) {
    const v = voorwaarde(tekst);
    if (v?.soort === "alles") {
      return this.alle();
    }
    if (v === undefined || this.soort === "gemengd") {
      return undefined;
    }
    const past = (waarde) => v.delen.some((d) => waarde.past(d));
    return new Set([...this.waarden.keys()].filter((i) => past(this.waarden[i]) === (v.soort === "een-van")));
  }

  inWoorden(stuk) {
    return this.waarden[stuk].woorden;
  }
}

function getallen(delen, heel) {
  const grenzen = [...new Set(delen.flatMap((d) => [d.van, d.tot]).filter(Number.isFinite))].sort((a, b) => a - b);
  if (grenzen.length === 0) {
    return [{ woorden: "is wat ook", past: () => false }];
  }
  const in_ = (getal) => (d) => d.soort === "getal" && (getal > d.van || getal === d.van && d.metVan) && (getal < d.tot || getal === d.tot && d.metTot);
  const stukken = [{ woorden: `is kleiner dan ${grenzen[0]}`, past: in_(grenzen[0] - 1) }];
  grenzen.forEach((grens, i) => {
    const volgende = grenzen[i + 1];
    stukken.push({ woorden: `is ${grens}`, past: in_(grens) });
    if (volgende === undefined) {
      stukken.push({ woorden: `is groter dan ${grens}`, past: in_(grens + 1) });
    } else if (!heel || Math.floor(grens) + 1 < volgende) {
      stukken.push({ woorden: `ligt tussen ${grens} en ${volgende}`, past: in_((grens + volgende) / 2) });
    }
  });
  return stukken;
}
