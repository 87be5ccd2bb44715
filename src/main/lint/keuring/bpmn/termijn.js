/** How a model asks for a term: ${termijnen.vervalmoment(execution,'code',begin)} and what else that bean offers. */

const VRAAG = /^\s*[$#]\{\s*termijnen\.(\w+)\(\s*execution\s*,\s*'([^']+)'[\s\S]*\)\s*\}\s*$/;
const CODES = /\btermijnen\.\w+\(\s*execution\s*,\s*'([^']+)'/g;

/**
 * What this expression is the end of: the code of a term, and whether that term runs from then on; undefined when it is something else.
 */
export function einde(uitdrukking) {
  const [, vraag, code] = VRAAG.exec(uitdrukking ?? "") ?? [];
  return vraag?.startsWith("verval") || vraag === "uiterlijk" ? { code, loopt: vraag !== "uiterlijk" } : undefined;
}

/** Every code of a term that stands in this expression. */
export const codesIn = (uitdrukking) => [...uitdrukking.matchAll(CODES)].map((m) => m[1]);
