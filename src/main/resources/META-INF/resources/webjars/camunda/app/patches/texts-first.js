/*
 * Delays rendering until the translations have loaded. Tasklist looks some of them up only once, and would show their
 * keys (SEARCH_PLACEHOLDER) until the next visit. If the file cannot be loaded, pages render without it.
 */
export default function start(application) {
  application.run([
    '$injector',
    '$translate',
    ($injector, $translate) => {
      const language = $translate.proposedLanguage() || $translate.use();
      const texts = $translate.use(language).catch(() => {});
      for (const route of Object.values($injector.get('$route').routes)) {
        route.resolve = { ...route.resolve, texts: () => texts };
      }
    }
  ]);
}
