/*
 * People who assign tasks choose a colleague from a list. Tasklist wants a user id instead, and silently drops ids
 * that it does not find, since managers may not read users.
 */
import { changeDirective } from './template.js';
import { words } from './words.js';

const list = `
  <span class="acm-receivers" ng-if="$root.may.plan && $root.receiversOf(task.id).length">
    <select aria-label="${words.giveTo}" ng-model="receiver" ng-change="setAssignee(receiver); receiver = undefined"
            ng-options="colleague.id as colleague.name for colleague in $root.receiversOf(task.id)
                        | filter: { id: '!' + (task.assignee || ' ') }: true">
      <option value="">${words.giveTo}…</option>
    </select>
  </span>`;

const assignee = `
    <span class="set-value" tabindex="-1">
      <span class="glyphicon glyphicon-user" aria-hidden="true"></span>
      {{ $root.nameOf(assignee, task.id) }}
    </span>
    `;

export default function start(application) {
  changeDirective(application, 'camTasklistTaskMeta', html => {
    const has = html.indexOf('ng-if="hasAssignee()"');
    const field = html.indexOf('<span cam-widget-inline-field', has);
    const buttons = html.indexOf('<button', field);
    const end = html.indexOf('</li>', buttons);
    const claim = html.indexOf('</li>', html.indexOf('class="claim'));
    return [
      html.slice(0, claim),
      list,
      html.slice(claim, field),
      assignee,
      html.slice(buttons, end),
      list,
      html.slice(end)
    ].join('');
  });
  application.run([
    '$rootScope',
    '$http',
    ($rootScope, $http) => {
      /** By task; those of the task that is shown. */
      let known = new Map();
      $rootScope.receiversOf = taskId => {
        if (taskId && !known.has(taskId)) {
          known = new Map([[taskId, []]]);
          $http
            .get(`/api/tasks/${encodeURIComponent(taskId)}/receivers`)
            .then(({ data }) => known.has(taskId) && known.set(taskId, data))
            .catch(() => {});
        }
        return known.get(taskId) ?? [];
      };
      $rootScope.nameOf = (assignee, taskId) => {
        const { id, firstName, lastName } = assignee ?? {};
        const name = [firstName, lastName].filter(Boolean).join(' ');
        return name || (known.get(taskId) ?? []).find(colleague => colleague.id === id)?.name || id;
      };
    }
  ]);
}
