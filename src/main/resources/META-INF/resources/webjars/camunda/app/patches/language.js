/* Says to screen readers which language the page is in. Tasklist speaks Spanish or English, the others English only. */
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
