import { build } from "esbuild";

await build({
  entryPoints: [{ in: "schoolgang.js", out: "schoolgang" }, { in: "schoolgang.css", out: "schoolgang" },
    { in: "diagram.js", out: "diagram" }],
  outdir: "../../../target/classes/static/bouw",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  logLevel: "warning",
});
