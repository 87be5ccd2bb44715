/** What the rules of bpmnlint and camunda-compat that we use mean, in Dutch, and how to mend it. */
export const VERTALING = {
  "bpmnlint/ad-hoc-sub-process": ["Dit onderdeel zonder vaste volgorde klopt niet.", "Teken een gewoon onderdeel met pijlen."],
  "bpmnlint/conditional-event": ["Bij deze gebeurtenis staat geen voorwaarde.", "Vul onder Condition een voorwaarde in."],
  "bpmnlint/end-event-required": ["Dit proces of onderdeel heeft geen einde.", "Teken een eindgebeurtenis."],
  "bpmnlint/event-based-gateway": ["Op deze wachtruit volgt iets anders dan wachten.", "Laat er minstens twee gebeurtenissen op volgen waarop het proces wacht."],
  "bpmnlint/event-sub-process-typed-start-event": ["Er staat niet waardoor dit onderdeel begint.", "Geef de startgebeurtenis een soort: bericht of klok."],
  "bpmnlint/global": ["Dit bericht of signaal wordt nergens gebruikt, of zijn naam komt vaker voor.", "Haal het weg, of geef het een eigen naam."],
  "bpmnlint/link-event": ["Een verwijzing heeft geen tweede kant, of geen naam.", "Geef beide kanten dezelfde naam."],
  "bpmnlint/no-complex-gateway": ["Deze ruit (complex) wordt niet ondersteund.", "Gebruik een gewone keuze, parallel of inclusief."],
  "bpmnlint/no-duplicate-sequence-flows": ["Er lopen twee dezelfde pijlen.", "Haal er een weg."],
  "bpmnlint/no-implicit-split": ["Uit deze stap gaan meer pijlen tegelijk.", "Teken een ruit die zegt of het een keuze is of allebei."],
  "bpmnlint/single-blank-start-event": ["Er is meer dan één gewone start.", "Laat er een staan."],
  "bpmnlint/single-event-definition": ["Deze gebeurtenis heeft geen of meer dan één soort.", "Kies er een."],
  "bpmnlint/start-event-required": ["Dit proces of onderdeel heeft geen start.", "Teken een startgebeurtenis."],
  "bpmnlint/sub-process-blank-start-event": ["De start van dit onderdeel wacht op iets.", "Kies een gewone startgebeurtenis."],
  "bpmnlint/superfluous-gateway": ["Deze ruit doet niets.", "Haal haar weg."],
  "camunda-compat/history-time-to-live": ["Er staat niet hoe lang gegevens over een afgeronde zaak bewaard blijven.", "Vul onder History cleanup in: P1825D."],
};
