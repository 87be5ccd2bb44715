import { BpmnModdle } from "bpmn-moddle";
import { DmnModdle } from "dmn-moddle";
import camunda from "camunda-bpmn-moddle/resources/camunda.json" with { type: "json" };

/**
 * Reads one file.
 *
 * @returns { Promise<{ inhoud?: object, fouten: string[] }> } no contents when it cannot be read at all
 */
export async function lees({ naam, inhoud }) {
  try {
    if (naam.endsWith(".form")) {
      return { inhoud: JSON.parse(inhoud), fouten: [] };
    }
    const { rootElement, warnings } = naam.endsWith(".bpmn") ? await new BpmnModdle({ camunda }).fromXML(inhoud)
      : await new DmnModdle().fromXML(inhoud, "dmn:Definitions");
    return { inhoud: rootElement, fouten: warnings.map((w) => w.message) };
  } catch (fout) {
    // How JSON is refused is put otherwise by each version of Node.
    return { fouten: [naam.endsWith(".form") ? "het is geen geldige JSON" : fout.message] };
  }
}
