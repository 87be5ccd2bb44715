import { readFileSync, readdirSync, existsSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * Everything outside the models that a model may refer to, read from the repository itself so that no list can fall behind.
 *
 * @typedef { {
 *   rollen: { code: string, naam: string }[],
 *   gemeenten: string[],
 *   beans: Record<string, { soort: "delegate" | "luisteraar" | "expressies", methoden: string[], verstuurt: boolean, legtVast: boolean }>,
 *   berichtnamen: string[],
 *   brieven: string[],
 *   berichten: string[],
 *   normen: string[],
 *   eenheden: string[],
 *   onderdelen: string[],
 *   verboden: string[]
 * } } Kader  onderdelen: the types of components that forms may have; verboden: the settings that they may not have
 */

const LUISTERAAR = /implements [^{]*\b(?:ExecutionListener|TaskListener)\b/;

/** @returns { Kader } */
export function leesKader(wortel) {
  const java = join(wortel, "src/main/java/nl/schoolgang");
  const klassen = lees(java, ".java");
  return {
    rollen: enumwaarden(tekst(join(java, "gemeente/Rol.java"))),
    gemeenten: registers(join(wortel, "docs/normenkader")).map((n) => basename(n, ".yaml")),
    beans: beans(klassen),
    berichtnamen: berichtnamen(klassen),
    brieven: namen(join(wortel, "processes"), "brieven", ".html"),
    berichten: namen(join(wortel, "processes"), "berichten", ".txt"),
    normen: normen(join(wortel, "docs/normenkader")),
    eenheden: [...tekst(join(java, "kalender/Eenheid.java")).matchAll(/^ {4}([A-Z_]+)\("/gm)].map((m) => m[1].toLowerCase().replaceAll("_", "-")),
    ...onderdelen(tekst(join(java, "werkvoorraad/Formulierlezer.java"))),
  };
}

/** The constants of an enum of which the first argument is the code and the second, if any, the name. */
function enumwaarden(bron) {
  return [...bron.matchAll(/^ {4}[A-Z][A-Z0-9_]*\("([^"]+)"(?:, "([^"]+)")?/gm)].map(([, code, naam]) => ({ code, naam: naam ?? code }));
}

/** What the reader of forms takes and what it refuses. */
function onderdelen(lezer) {
  const soort = /Veldsoort soort\(JsonNode c\) \{([\s\S]*?)\n {4}\}/.exec(lezer)[1];
  const verboden = /NIET_ONDERSTEUND = List\.of\(([^)]*)\)/.exec(lezer)[1];
  return {
    onderdelen: [...soort.matchAll(/^ {12}case "([a-z]+)"/gm)].map((m) => m[1]),
    verboden: [...verboden.matchAll(/"(\w+)"/g)].map((m) => m[1]),
  };
}

/** What an expression in a model can reach: the same beans as Modelbeans.java. */
function beans(klassen) {
  const gevonden = {};
  for (const { pad, inhoud } of klassen) {
    const klasse = basename(pad, ".java");
    const aankondiging = inhoud.match(/@(?:Component|Service)(?:\("([^"]+)"\))?/);
    const delegate = /implements [^{]*\bJavaDelegate\b/.test(inhoud);
    const procedure = pad.includes("/procedure/");
    const expressies = pad.includes("/engine/") && klasse.endsWith("Expressies");
    if (aankondiging && (delegate || LUISTERAAR.test(inhoud) || procedure || expressies)) {
      gevonden[aankondiging[1] ?? klasse[0].toLowerCase() + klasse.slice(1)] = {
        soort: delegate ? "delegate" : LUISTERAAR.test(inhoud) ? "luisteraar" : "expressies",
        methoden: [...inhoud.matchAll(/^ {4}public (?!static)[\w<>,.? [\]]+ (\w+)\(/gm)].map((m) => m[1]),
        verstuurt: delegate && /\bBerichten\b/.test(inhoud),
        legtVast: delegate && (/import nl\.schoolgang\.dossier\./.test(inhoud) || klasse.endsWith("Vastleggen")),
      };
    }
  }
  return gevonden;
}

/** The names of the messages by which Java reaches a waiting process: every code in the rooms that do so. */
function berichtnamen(klassen) {
  const codes = klassen.filter((k) => /\/(?:procedure|melding)\//.test(k.pad)).flatMap((k) => [
    ...[...k.inhoud.matchAll(/"([a-z0-9]+(?:-[a-z0-9]+)*)"/g)].map((m) => m[1]),
    ...[...k.inhoud.matchAll(/\w+Model\.BERICHT_([A-Z0-9_]+)/g)].map((m) => m[1].toLowerCase().replaceAll("_", "-")),
  ]);
  return [...new Set(codes)].sort();
}

/** One register a municipality, named after it. */
function registers(map) {
  return readdirSync(map).filter((n) => n.endsWith(".yaml") && n !== "redenen.yaml").sort();
}

function normen(map) {
  return registers(map)
    .flatMap((n) => [...tekst(join(map, n)).matchAll(/^\s*- id: ["']?([A-Z]{3}-[\w.-]+)["']?\s*$/gm)].map((m) => m[1]));
}

function namen(processes, map, uitgang) {
  return mappen(processes).map((m) => join(processes, m, map)).filter(existsSync)
    .flatMap((m) => readdirSync(m).filter((n) => n.endsWith(uitgang)).map((n) => basename(n, uitgang))).sort();
}

function mappen(map) {
  return readdirSync(map, { withFileTypes: true }).filter((m) => m.isDirectory() && !m.name.startsWith(".")).map((m) => m.name);
}

function lees(map, uitgang) {
  return readdirSync(map, { recursive: true }).filter((n) => n.endsWith(uitgang)).sort()
    .map((n) => ({ pad: join(map, n).replaceAll("\\", "/"), inhoud: tekst(join(map, n)) }));
}

function tekst(bestand) {
  return readFileSync(bestand, "utf8").replaceAll("\r\n", "\n");
}

/** The models, tables and forms as { naam, inhoud }, the name from the root of the repository with forward slashes. */
export function leesModellen(wortel) {
  return ["processes", "forms"].flatMap((map) => readdirSync(join(wortel, map), { recursive: true })
    .map((n) => n.replaceAll("\\", "/")).filter((n) => /^[^.].*\.(?:bpmn|dmn|form)$/.test(n)).sort()
    .map((n) => ({ naam: `${map}/${n}`, inhoud: tekst(join(wortel, map, n)) })));
}
