import { modelVan } from "./model.js";

/**
 * Makes a bpmnlint rule of a function that looks at a whole model.
 *
 * @param { (model, meld: (element, wat: string, herstel: string) => void, omgeving, instelling: object) => void } controleer
 *     what is wrong and how to mend it are whole sentences, for an analyst; instelling is what .bpmnlintrc says with the rule
 */
export const regel = (controleer) => (omgeving, instelling) => ({
  check(node, reporter) {
    if (node.$type === "bpmn:Definitions") {
      const meld = (element, wat, herstel) => reporter.report(element.id ?? "", `${wat} ${herstel}`, { naam: element.name ?? "", wat, herstel });
      controleer(modelVan(node), meld, omgeving, instelling ?? {});
    }
  },
});
