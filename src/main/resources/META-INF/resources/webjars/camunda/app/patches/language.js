/*
 * Declares the language of the page for screen readers: Tasklist is in Spanish or English, the others in English only.
 */
export default function start(application) {
  application.run([
    '$rootScope',
    '$translate',
    ($rootScope, $translate) => {
      const say = () => {
        document.documentElement.lang = $translate.proposedLanguage() || $translate.use();
      };
      $rootScope.$on('$translateChangeSuccess', say);
      say();
    }
  ]);
}
