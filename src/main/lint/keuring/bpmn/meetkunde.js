import { isSoort } from "./model.js";
import { opmaak } from "./tekst.js";

/** Where things stand in the drawing, as bpmn-js draws them. All lengths in pixels. */

const LETTER_BUITEN = 11;
const LETTER_BINNEN = 12;
const STANDAARDBREEDTE = 90;
const STANDAARDHOOGTE = 20;
/** What touches does not overlap yet. */
const SPELING = 1.5;

export const vlak = (vorm) => {
  const { x, y, width: b, height: h } = vorm.bounds;
  return { x, y, b, h };
};

const kleiner = ({ x, y, b, h }) => ({ x: x + SPELING, y: y + SPELING, b: Math.max(b - 2 * SPELING, 0), h: Math.max(h - 2 * SPELING, 0) });

export const raken = (een, ander) => {
  const k = kleiner(een);
  return k.x < ander.x + ander.b && ander.x < k.x + k.b && k.y < ander.y + ander.h && ander.y < k.y + k.h;
};

export const ligtIn = (klein, groot) => klein.x >= groot.x - SPELING && klein.y >= groot.y - SPELING
  && klein.x + klein.b <= groot.x + groot.b + SPELING && klein.y + klein.h <= groot.y + groot.h + SPELING;

/** Whether a rectangle overlaps the figure itself: a circle for an event, a diamond for a gateway. */
export function raaktFiguur(rechthoek, vorm) {
  const v = vlak(vorm);
  const k = kleiner(rechthoek);
  const gebeurtenis = isSoort(vorm.bpmnElement, "Event");
  if (!gebeurtenis && !isSoort(vorm.bpmnElement, "Gateway")) {
    return raken(rechthoek, v);
  }
  const straal = v.b / 2;
  const dx = Math.abs(Math.min(Math.max(v.x + straal, k.x), k.x + k.b) - (v.x + straal));
  const dy = Math.abs(Math.min(Math.max(v.y + v.h / 2, k.y), k.y + k.h) - (v.y + v.h / 2));
  return (gebeurtenis ? Math.hypot(dx, dy) : dx + dy) < straal;
}

/** Whether a line from a to b runs through a rectangle (Liang and Barsky). */
export function doorsnijdt(a, b, rechthoek) {
  const r = kleiner(rechthoek);
  let van = 0;
  let tot = 1;
  for (const [p, q] of [[a.x - b.x, a.x - r.x], [b.x - a.x, r.x + r.b - a.x], [a.y - b.y, a.y - r.y], [b.y - a.y, r.y + r.h - a.y]]) {
    if (p === 0 && q < 0) {
      return false;
    }
    if (p < 0) {
      van = Math.max(van, q / p);
    } else if (p > 0) {
      tot = Math.min(tot, q / p);
    }
  }
  return van < tot;
}

export const stukken = (lijn) => lijn.waypoint.slice(1).map((punt, i) => [lijn.waypoint[i], punt]);

/** Whether a point lies on the edge of a rectangle or within it. */
export const raaktPunt = (punt, v, speling) => punt.x >= v.x - speling && punt.x <= v.x + v.b + speling
  && punt.y >= v.y - speling && punt.y <= v.y + v.h + speling;

const isUitgeklapt = (element) => isSoort(element, "SubProcess");

/** The texts that stand beside or above a figure, where bpmn-js puts them. */
export function opschriften(model) {
  const gevonden = [];
  for (const vorm of model.vormen) {
    const element = vorm.bpmnElement;
    if (element?.name && vorm.bounds && isSoort(element, "Event", "Gateway", "DataObjectReference", "DataStoreReference")) {
      const v = vlak(vorm);
      gevonden.push(opschrift(vorm, { x: v.x + v.b / 2, y: v.y + v.h + STANDAARDHOOGTE / 2 }));
    } else if (element?.name && vorm.bounds && isUitgeklapt(element)) {
      const v = vlak(vorm);
      const { breedte, hoogte } = opmaak(element.name, v.b - 10, LETTER_BINNEN);
      gevonden.push({ di: vorm, element, plaats: { x: v.x + (v.b - breedte) / 2, y: v.y + 5, b: breedte, h: hoogte } });
    }
  }
  for (const lijn of model.lijnen) {
    if (lijn.bpmnElement?.name && lijn.waypoint?.length > 1) {
      gevonden.push(opschrift(lijn, midden(lijn.waypoint)));
    }
  }
  return gevonden;
}

/** A text that has a place of its own keeps the width of that place; bpmn-js sets its lines in the middle of it. */
function opschrift(di, standaardmidden) {
  const bij = di.label?.bounds;
  const box = bij?.width > 0 ? { x: bij.x, y: bij.y, b: bij.width }
    : { x: standaardmidden.x - STANDAARDBREEDTE / 2, y: standaardmidden.y - STANDAARDHOOGTE / 2, b: STANDAARDBREEDTE };
  const { breedte, hoogte } = opmaak(di.bpmnElement.name, box.b, LETTER_BUITEN);
  return { di, element: di.bpmnElement, plaats: { x: box.x + box.b / 2 - breedte / 2, y: box.y, b: breedte, h: hoogte } };
}

/** Where bpmn-js puts the text of a line that has no place of its own. */
function midden(punten) {
  const i = punten.length / 2 - 1;
  const a = punten[Math.floor(i)];
  const b = punten[Math.ceil(i + 0.01)];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** Whether the name of a task fits in its box. */
export function pastErin(vorm) {
  const v = vlak(vorm);
  const { breedte, hoogte } = opmaak(vorm.bpmnElement.name, v.b - 10, LETTER_BINNEN);
  return breedte <= v.b - 4 && hoogte <= v.h - 4;
}
