/* Cockpit for people who speak Dutch: what has no Dutch words yet is shown in English. */
export default {
  app: { name: 'Cockpit', vendor: 'Schoolgang' },
  locales: { availableLocales: ['nl'], fallbackLocale: 'en' },
};
