import adHocSubProcess from "bpmnlint/rules/ad-hoc-sub-process.js";
import conditionalEvent from "bpmnlint/rules/conditional-event.js";
import endEventRequired from "bpmnlint/rules/end-event-required.js";
import eventBasedGateway from "bpmnlint/rules/event-based-gateway.js";
import eventSubProcess from "bpmnlint/rules/event-sub-process-typed-start-event.js";
import global from "bpmnlint/rules/global.js";
import linkEvent from "bpmnlint/rules/link-event.js";
import noComplexGateway from "bpmnlint/rules/no-complex-gateway.js";
import noDuplicateFlows from "bpmnlint/rules/no-duplicate-sequence-flows.js";
import noImplicitSplit from "bpmnlint/rules/no-implicit-split.js";
import singleBlankStart from "bpmnlint/rules/single-blank-start-event.js";
import singleDefinition from "bpmnlint/rules/single-event-definition.js";
import startEventRequired from "bpmnlint/rules/start-event-required.js";
import subProcessBlankStart from "bpmnlint/rules/sub-process-blank-start-event.js";
import superfluousGateway from "bpmnlint/rules/superfluous-gateway.js";
import historyTimeToLive from "bpmnlint-plugin-camunda-compat/rules/camunda-platform/history-time-to-live.js";
import { bpmnRegels } from "./regels.js";
import { VERTALING } from "./vertaling.js";

const VREEMD = {
  "bpmnlint/ad-hoc-sub-process": adHocSubProcess, "bpmnlint/conditional-event": conditionalEvent, "bpmnlint/end-event-required": endEventRequired,
  "bpmnlint/event-based-gateway": eventBasedGateway, "bpmnlint/event-sub-process-typed-start-event": eventSubProcess, "bpmnlint/global": global,
  "bpmnlint/link-event": linkEvent, "bpmnlint/no-complex-gateway": noComplexGateway, "bpmnlint/no-duplicate-sequence-flows": noDuplicateFlows,
  "bpmnlint/no-implicit-split": noImplicitSplit, "bpmnlint/single-blank-start-event": singleBlankStart,
  "bpmnlint/single-event-definition": singleDefinition, "bpmnlint/start-event-required": startEventRequired,
  "bpmnlint/sub-process-blank-start-event": subProcessBlankStart, "bpmnlint/superfluous-gateway": superfluousGateway,
  "camunda-compat/history-time-to-live": historyTimeToLive,
};

/** The names of everything that processes/.bpmnlintrc can switch on. */
export const NAMEN = [...Object.keys(VREEMD), ...Object.keys(bpmnRegels).map((n) => `schoolgang/${n}`)];

/** Resolves the names of rules and configurations for bpmnlint; the rules of others speak Dutch. */
export function oplosser(omgeving) {
  return {
    resolveRule: (pakket, naam) => {
      const sleutel = `${pakket.replace("bpmnlint-plugin-", "")}/${naam}`;
      return pakket === "bpmnlint-plugin-schoolgang" ? (instelling) => bpmnRegels[naam](omgeving, instelling) : VREEMD[sleutel] && vertaald(VREEMD[sleutel], sleutel);
    },
    resolveConfig: (pakket, naam) => {
      if (pakket === "bpmnlint-plugin-camunda-compat" && naam === "camunda-platform-7-24") {
        return { rules: { "history-time-to-live": ["error", { platform: "camunda-platform", version: "7.24" }] } };
      }
      if (pakket === "bpmnlint-plugin-schoolgang" && naam === "alles") {
        return { rules: Object.fromEntries(Object.keys(bpmnRegels).map((n) => [n, "error"])) };
      }
      throw new Error(`processes/.bpmnlintrc noemt ${pakket}:${naam}, en dat is er niet`);
    },
  };
}

/** bpmnlint says of a double flow also that its source and its target have one. */
const HERHALING = /^Duplicate (?:incoming|outgoing) sequence flows$/;

const vertaald = (regel, sleutel) => (instelling) => {
  const origineel = regel(instelling);
  const [wat, herstel] = VERTALING[sleutel];
  const vertaal = (reporter) => ({
    report(id, engels, meer) {
      if (!HERHALING.test(engels)) {
        reporter.report(id, `${wat} ${herstel}`, { ...(Array.isArray(meer) ? { path: meer } : meer), wat, herstel });
      }
    },
  });
  const check = origineel.check;
  return { ...origineel, check: typeof check === "function" ? (node, reporter) => check(node, vertaal(reporter))
    : Object.fromEntries(Object.entries(check).map(([moment, f]) => [moment, (node, reporter) => f(node, vertaal(reporter))])) };
};
