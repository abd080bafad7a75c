/*
 * Above the list: the next steps of the engagements that the person has just worked on, each with its customer and CRM
 * number, until somebody does them.
 */
import { addressOf } from './address.js';
import { plainLine } from './plain-line.js';
import { changeDirective, replace } from './template.js';
import { words } from './words.js';

const MOST = 5;

const LOADED = '<div ng-if="state.$loaded && !state.$error">';

const steps = `
  <section class="acm-following" aria-label="${words.goOn}" ng-if="$root.following.length">
    <h3>${words.goOn}</h3>
    <ul>
      <li ng-repeat="step in $root.following track by step.taskId">
        <a ng-href="{{ $root.addressOf(step.taskId) }}">
          <span class="customer">{{ step.customer }}</span> <span class="number">{{ step.externalId }}</span>
          <span class="name">{{ step.name }}</span>
        </a>
      </li>
    </ul>
  </section>
  `;

export default function start(application) {
  changeDirective(application, 'camTasks', html =>
    replace(html, [LOADED, `${LOADED}${steps}`])
  );
  application.run([
    '$rootScope',
    '$http',
    ($rootScope, $http) => {
      $rootScope.addressOf = addressOf;
      const look = () =>
        $http
          .get('/api/me/next')
          .then(({ data }) => {
            $rootScope.following = data
              .flatMap(({ customer, externalId, next }) =>
                next.map(step => ({ ...step, customer: plainLine(customer), externalId: plainLine(externalId) }))
              )
              .slice(0, MOST);
          })
          .catch(() => {});
      $rootScope.$on('authentication.changed', (event, authentication) => authentication && look());
      $rootScope.$on('tasks.changed', look);
      $rootScope.$on('task.changedHands', look);
    }
  ]);
}
