/*
 * No page is made before its texts are there: Tasklist asks for some of them once only, and where the file with them came
 * later it showed their keys (SEARCH_PLACEHOLDER) until the next visit. If the file cannot be had, pages are made
 * without it.
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
