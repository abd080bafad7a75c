/*
 * No page is made before its texts are there: Tasklist asks for some of them once only, and where locales/es.json came
 * later it showed their keys (SEARCH_PLACEHOLDER) until the next visit. If the file cannot be had, pages are made
 * without it.
 */
window.angular.module('pascalprecht.translate').run([
  '$injector',
  '$q',
  '$rootScope',
  '$translate',
  ($injector, $q, $rootScope, $translate) => {
    const texts = $q(settled => {
      $translate.onReady(settled);
      $rootScope.$on('$translateLoadingError', settled);
    });
    for (const route of Object.values($injector.get('$route').routes)) {
      route.resolve = { ...route.resolve, texts: () => texts };
    }
  }
]);
