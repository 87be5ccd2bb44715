import { build } from "esbuild";
import { JSDOM } from "jsdom";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The editor of Camunda Modeler (bpmn-js with its element templates), in a page without a screen: it edits, and draws nothing. */
const BRON = `
export { default as Modeler } from "bpmn-js/lib/Modeler";
export { ElementTemplatesCoreModule } from "bpmn-js-element-templates/core";
export { default as camunda } from "camunda-bpmn-moddle/resources/camunda.json";
`;

export async function modeler(sjablonen) {
  const { document, window } = pagina();
  const map = mkdtempSync(join(tmpdir(), "schoolgang-modeler-"));
  try {
    const outfile = join(map, "modeler.mjs");
    const resolveDir = dirname(fileURLToPath(import.meta.url));
    await build({ stdin: { contents: BRON, resolveDir }, bundle: true, platform: "browser", format: "esm", outfile, logLevel: "warning" });
    const { Modeler, ElementTemplatesCoreModule, camunda } = await import(pathToFileURL(outfile));
    const editor = new Modeler({ container: document.body, additionalModules: [ElementTemplatesCoreModule], moddleExtensions: { camunda } });
    editor.get("elementTemplatesLoader").setTemplates(sjablonen);
    return { editor, sluit: () => window.close() };
  } finally {
    rmSync(map, { recursive: true });
  }
}

const GLOBAAL = ["document", "Element", "Node", "SVGElement", "DOMParser", "HTMLElement", "MutationObserver", "CustomEvent", "Event", "KeyboardEvent", "MouseEvent",
  "getComputedStyle", "requestAnimationFrame", "cancelAnimationFrame"];

/** A page in which SVG measures nothing: jsdom has no layout. */
function pagina() {
  const { window } = new JSDOM("<!doctype html><body></body>", { pretendToBeVisual: true });
  GLOBAAL.forEach((naam) => Object.defineProperty(globalThis, naam, { value: window[naam], configurable: true, writable: true }));
  globalThis.window = window;
  globalThis.SVGMatrix = class {};
  globalThis.CSS = { escape: (tekst) => tekst };
  const matrix = () => ({ a: 1, b: 0, c: 0, d: 1, e: 0, f: 0, translate: matrix, scale: matrix, rotate: matrix, multiply: matrix, inverse: matrix });
  const draai = () => ({ matrix: matrix(), setMatrix() {}, setTranslate() {}, setScale() {}, setRotate() {} });
  Object.assign(window.SVGElement.prototype, {
    getBBox: () => ({ x: 0, y: 0, width: 10, height: 10 }), createSVGMatrix: matrix, createSVGTransform: draai, createSVGTransformFromMatrix: draai,
    getCTM: matrix, getScreenCTM: matrix,
  });
  Object.defineProperty(window.SVGElement.prototype, "transform", {
    get: () => ({ baseVal: { numberOfItems: 0, clear() {}, appendItem() {}, initialize() {}, consolidate: draai, createSVGTransformFromMatrix: draai } }),
  });
  window.HTMLCanvasElement.prototype.getContext = () => ({ measureText: (tekst) => ({ width: 6 * tekst.length }) });
  return { document: window.document, window };
}
