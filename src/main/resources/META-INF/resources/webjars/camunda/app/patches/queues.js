/* Every filter shows its number of tasks, not only the one that is open. */
import { changeDirective, replace } from './template.js';
import { words } from './words.js';

const EVERY = 60_000;

const CHANGES_HANDS = /^\/?task\/[^/]+\/(claim|unclaim|assignee)$/;

export default function start(application) {
  changeDirective(application, 'camTasklistFilters', html =>
    replace(
      html,
      [
        `<span ng-show="isFocused(filter)"
              class="counter">{{ filterCount }}</span>`,
        `<span class="counter"
          >{{ isFocused(filter) && filterCount !== undefined ? filterCount : $root.counts[filter.id] }}</span>`
      ],
      [
        `<div class="actions"
         ng-style="{visibility: isFocused(filter) ? 'visible' : 'hidden'}">`,
        '<div class="actions" ng-if="userCanCreateFilter && isFocused(filter)">'
      ],
      [
        `<a ng-click="openModal($event, filter)"`,
        `<a ng-click="openModal($event, filter)" aria-label="${words.filterDetails}: {{ filter.name }}"`
      ],
      ['<a href\n         ng-style', `<a href aria-current="{{ isFocused(filter) ? 'true' : 'false' }}"\n         ng-style`]
    )
  );
  application.config([
    '$provide',
    $provide =>
      $provide.decorator('camAPIHttpClient', [
        '$delegate',
        '$rootScope',
        (Client, $rootScope) => {
          const { post } = Client.prototype;
          Client.prototype.post = function (path, request = {}) {
            if (!CHANGES_HANDS.test(path)) {
              return post.call(this, path, request);
            }
            const done = (...answer) => {
              request.done?.(...answer);
              $rootScope.$broadcast('task.changedHands');
            };
            return post.call(this, path, { ...request, done });
          };
          return Client;
        }
      ])
  ]);
  application.run([
    '$rootScope',
    '$http',
    'Uri',
    ($rootScope, $http, Uri) => {
      let counted = 0;
      const count = () => {
        counted = Date.now();
        $http
          .get(Uri.appUri('engine://engine/:engine/filter'), { params: { resourceType: 'Task', itemCount: true } })
          .then(({ data }) => {
            $rootScope.counts = Object.fromEntries(data.map(({ id, itemCount }) => [id, itemCount]));
          })
          .catch(() => {});
      };
      $rootScope.$on('authentication.changed', (event, authentication) => authentication && count());
      $rootScope.$on('refresh', () => Date.now() - counted > EVERY && count());
      $rootScope.$on('tasks.changed', count);
      $rootScope.$on('task.changedHands', count);
    }
  ]);
}
