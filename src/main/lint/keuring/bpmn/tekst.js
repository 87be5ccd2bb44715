/** How wide text is and how bpmn-js breaks it over lines (its TextRenderer and diagram-js' util/Text), without a browser. */

const BREEDTEN = new Map(Object.entries({
  " !,./:;[\\]ftI": 278, "\"": 355, "#$0123456789?_abdeghnopquL": 556, "%": 889, "&ABEKPSVXY": 667, "'": 191, "()-`r": 333, "*": 389,
  "+<=>": 584, "@": 1015, "CDHNRUw": 722, "FTZ": 611, "GOQ": 778, "JcksvxyzçÇ": 500, "Mm": 833, "W": 944, "^": 469, "ijlïí": 222,
}).flatMap(([tekens, breedte]) => [...tekens].map((t) => [t, breedte])));
const GEMIDDELD = 556;
const REGELHOOGTE = 1.2;

/** The width in pixels, in Arial of this size. */
export const breedte = (tekst, grootte) => [...tekst].reduce((som, t) => som + (BREEDTEN.get(t) ?? GEMIDDELD), 0) * grootte / 1000;

/** Width and height of a text that is broken over lines of at most this width. */
export function opmaak(tekst, meesteBreedte, grootte) {
  const over = tekst.split(/\r?\n/);
  const regels = [];
  while (over.length > 0) {
    const heel = over.shift();
    let past = heel;
    while (past.length > 1 && past !== " " && breedte(past, grootte) > meesteBreedte) {
      past = korter(past, Math.max(past.length * (meesteBreedte / breedte(past, grootte)), 1));
    }
    if (past.length < heel.length) {
      over.unshift(heel.slice(past.length).trim());
    }
    regels.push(past);
  }
  return { breedte: Math.max(...regels.map((r) => breedte(r, grootte))), hoogte: regels.length * grootte * REGELHOOGTE, regels };
}

function korter(regel, lengte) {
  const delen = regel.split(/(\s|-)/);
  const gehouden = [];
  let som = 0;
  while (delen.length > 1 || gehouden.length > 0) {
    const deel = delen.shift();
    if (deel === undefined) {
      break;
    }
    if (deel.length + som >= lengte) {
      if (deel === "-") {
        gehouden.pop();
      }
      break;
    }
    gehouden.push(deel);
    som += deel.length;
  }
  return gehouden.join("") || regel.slice(0, Math.max(Math.round(lengte - 1), 1));
}
