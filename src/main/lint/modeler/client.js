import { oplosser } from "../keuring/bpmn/linter.js";

/* What the models may refer to, as it was when the plug-in was made (modeler/bouw.js puts it here). */
const { kader, wereld, instelling } = SCHOOLGANG;

window.plugins = window.plugins || [];
window.plugins.push({ plugin: { config: instelling, resolver: oplosser({ kader, wereld }) }, type: "lintRules.bpmn" });
