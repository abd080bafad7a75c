/*
 * Shows errors as a sentence at the top of the page, where they cover no button, until they are closed or a task is
 * completed.
 */
import { changeDirective, replace } from './template.js';
import { words } from './words.js';

const IDS = /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** Returns the server's message without its technical part. */
export function sentence(message) {
  const text = String(message ?? '')
    .replace(/^Cannot (complete|submit)[^:]*: /, '')
    .replace(/^.*?Exception: /, '')
    .replace(IDS, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text.startsWith('{') || text.startsWith('<') ? '' : text;
}

function focusFirstError() {
  const field = document.querySelector('.fjs-has-errors :is(input, textarea, select)');
  field?.focus();
  // The calendar of a focused date would cover missing fields below.
  setTimeout(() => field?._flatpickr?.close());
  return field;
}

export default function start(application) {
  changeDirective(application, 'notificationsPanel', html =>
    replace(
      html,
      ['<div uib-alert ng-repeat', '<div role="alert" uib-alert ng-repeat'],
      ['class="close" ng-click', `class="close" aria-label="${words.close}" ng-click`]
    )
  );
  application.config([
    '$provide',
    $provide =>
      $provide.decorator('Notifications', [
        '$delegate',
        $delegate => {
          const add = $delegate.add;
          $delegate.add = notice => {
            if (notice.unsafe) {
              return add.call($delegate, notice);
            }
            const said = sentence(notice.message);
            // Missing fields have their messages already.
            return said || !focusFirstError() ? add.call($delegate, { ...notice, message: said }) : undefined;
          };
          return $delegate;
        }
      ])
  ]);
  application.run([
    '$rootScope',
    'Notifications',
    ($rootScope, Notifications) => {
      $rootScope.$on('tasks.changed', () => Notifications.clearAll());
    }
  ]);
}
