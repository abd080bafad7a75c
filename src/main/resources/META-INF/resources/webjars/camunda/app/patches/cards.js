/* Cards of the list start with the customer, and mark what is overdue by color and words. */
import { changeDirective } from './template.js';
import { dueWords } from './due-words.js';
import { amount, words } from './words.js';

const card = `
  <li class="task" ng-repeat="(delta, task) in tasks" ng-class="{active: currentTaskId === task.id}">
    <div class="clickable" ng-click="focus($event, task)">
      <h4 class="task">
        <a ng-href="{{ getHrefUrl(task) }}" ng-click="focus($event, task)"
           aria-current="{{ currentTaskId === task.id ? 'true' : 'false' }}">
          <span class="customer" ng-if="$root.columnOf(task, 'customerName')"
            >{{ $root.columnOf(task, 'customerName') }}</span>
          <span class="name">{{ task.name || task.taskDefinitionKey }}</span>
        </a>
      </h4>
      <div class="dates">
        <span class="due-date" ng-if="task.due" ng-class="{overdue: $root.hasPassed(task.due)}"
              title="{{ task.due | camDate:'long' }}">
          <span ng-if="$root.dueWords(task)">{{ $root.dueWords(task) }}</span>
          <span ng-if="!$root.dueWords(task)">
            {{ $root.hasPassed(task.due) ? '${words.overdue}' : '${words.due}' }}
            <span am-time-ago="task.due"></span>
          </span>
        </span>
        <span class="followup-date" ng-if="task.followUp" title="{{ task.followUp | camDate:'long' }}">
          ${words.followUp} <span am-time-ago="task.followUp"></span>
        </span>
        <span class="assignee" ng-if="hasAssignee(task)">${words.assignee} {{ assigneeDisplayedName(task) }}</span>
      </div>
      <dl class="columns">
        <div ng-if="$root.columnOf(task, 'caseReference')">
          <dt>CRM</dt>
          <dd>{{ $root.columnOf(task, 'caseReference') }}</dd>
        </div>
        <div ng-repeat="column in filterProperties.variables"
             ng-if="column.name !== 'customerName' && $root.columnOf(task, column.name) !== undefined">
          <dt>{{ column.label }}</dt>
          <dd>{{ $root.columnOf(task, column.name) | amount }}</dd>
        </div>
      </dl>
    </div>
  </li>`;

export default function start(application) {
  application
    .filter('amount', () => value => (typeof value === 'number' ? amount.format(value) : value))
    .run([
      '$rootScope',
      $rootScope => {
        $rootScope.columnOf = (task, name) => task._embedded?.variable?.find(variable => variable.name === name)?.value ?? undefined;
        $rootScope.dueWords = dueWords($rootScope);
        $rootScope.hasPassed = date => Date.parse(date) < Date.now();
      }
    ]);
  changeDirective(application, 'camTasks', html => {
    const begin = html.indexOf('<li class="task"');
    const end = html.indexOf('</li>', begin) + '</li>'.length;
    return html.slice(0, begin) + card + html.slice(end);
  });
}
