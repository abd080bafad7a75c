/*
 * Operators and analysts may not read tasks, so Cockpit would say that there are none; cases are not used. Buttons and
 * links that have only an icon get their tooltip as a name, and decision tables scroll with the keyboard.
 */
function nameIcons() {
  for (const icon of document.querySelectorAll('button:not([aria-label]), a:not([aria-label])')) {
    const tooltip = icon.getAttribute('uib-tooltip') ?? icon.querySelector('[uib-tooltip]')?.getAttribute('uib-tooltip');
    if (!icon.textContent.trim() && tooltip) {
      icon.hasAttribute('href') || icon.localName === 'button' || icon.setAttribute('role', 'button');
      icon.setAttribute('aria-label', tooltip);
    }
  }
  for (const toggle of document.querySelectorAll('.stored-criteria > button:not([aria-label])')) {
    toggle.setAttribute('aria-label', 'Saved searches');
  }
  for (const search of document.querySelectorAll('input.main-field:not([role])')) {
    search.setAttribute('role', 'combobox');
    search.setAttribute('aria-label', 'Search');
  }
  // Only a picture; the link around it is the switch.
  for (const toggle of document.querySelectorAll('.overlay-link input.toggle:not([aria-label])')) {
    toggle.setAttribute('aria-label', toggle.closest('a').textContent.trim());
  }
  for (const drilldown of document.querySelectorAll('.bjs-drilldown:not([aria-label])')) {
    drilldown.setAttribute('aria-label', 'Open the subprocess');
  }
  for (const instance of document.querySelectorAll('a[state-circle]:not([aria-label])')) {
    instance.setAttribute('aria-label', 'Open the process instance');
  }
  for (const table of document.querySelectorAll('.tjs-table-container:not([tabindex])')) {
    table.tabIndex = 0;
  }
}

export default function start(application) {
  application.run([
    '$rootScope',
    $rootScope => {
      $rootScope.$watch('authentication', authentication => {
        const seesTasks = authentication?.authorizedApps?.includes('tasklist');
        document.documentElement.classList.toggle('acm-sees-no-tasks', !seesTasks);
      });
      let waiting;
      // Changes do not restart the timer, or a page that keeps changing would never get its names.
      new MutationObserver(() => {
        waiting ??= setTimeout(() => {
          waiting = undefined;
          nameIcons();
        }, 100);
      }).observe(document.body, { childList: true, subtree: true });
    }
  ]);
}
