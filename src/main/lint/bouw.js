import { build } from "esbuild";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { leesKader } from "./kader/kader.js";

/**
 * Puts the rules in the application: lint/keuring.js, one script without imports that sets the global schoolganglint ({ keur }), and
 * lint/kader.json, what models may refer to as the application was built, and lint/instelling.json, which rules are on.
 */
const hier = dirname(fileURLToPath(import.meta.url));
const wortel = resolve(hier, "../../..");
const doel = process.argv[2] ? resolve(process.argv[2]) : join(wortel, "target/classes/lint");
mkdirSync(doel, { recursive: true });
await build({
  entryPoints: [join(hier, "keuring/keuring.js")], outfile: join(doel, "keuring.js"), bundle: true, minify: true, format: "iife",
  globalName: "schoolganglint", target: "es2022", platform: "neutral", mainFields: ["module", "main"], conditions: ["import"], logLevel: "warning",
});
writeFileSync(join(doel, "kader.json"), JSON.stringify(leesKader(wortel)));
copyFileSync(join(wortel, "processes/.bpmnlintrc"), join(doel, "instelling.json"));
