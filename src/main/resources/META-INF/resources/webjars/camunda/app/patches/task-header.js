/*
 * The header of a task: dates, groups and assignee can be edited with the permission, and are text without it. Icons
 * have names.
 */
import { changeDirective, replace } from './template.js';
import { words } from './words.js';

/** A read-only date. */
const fixedDate = (field, shown) => `
  <li ng-if="!$root.may.plan && task.${field}" class="fixed">
    <span ng-class="{overdue: $root.hasPassed(task.${field})}" title="{{ task.${field} | camDate:'long' }}">${shown}</span>
  </li>`;

const followUp = `${words.followUp} <span am-time-ago="task.followUp"></span>`;

/** As on the card. */
const due = `
  <span ng-if="$root.dueWords(task)">{{ $root.dueWords(task) }}</span>
  <span ng-if="!$root.dueWords(task)">${words.due} <span am-time-ago="task.due"></span></span>`;

export default function start(application) {
  changeDirective(application, 'camTasklistTask', html =>
    replace(html, ['ng-if="instanceLink"', 'ng-if="instanceLink && $root.may.openCockpit"'], [
      "{{ task.name || task.taskDefinitionKey || task.id }} </h2>",
      "{{ task.name || task.taskDefinitionKey }}</h2>"
    ])
  );
  changeDirective(application, 'camTasklistTaskMeta', html => {
    const dates = html.indexOf('<ul class="meta list-inline actors">');
    const editable = html
      .slice(0, dates)
      .split('<li>')
      .join('<li ng-if="$root.may.plan">')
      .replace('</ul>', `${fixedDate('followUp', followUp)}${fixedDate('due', due)}</ul>`);
    return replace(
      editable + html.slice(dates),
      ['ng-click="resetFollowUpDate()"', `ng-click="resetFollowUpDate()" aria-label="${words.removeFollowUp}"`],
      ['ng-click="resetDueDate()"', `ng-click="resetDueDate()" aria-label="${words.removeDue}"`],
      [
        'class="glyphicon glyphicon-bell"></span>',
        `class="glyphicon glyphicon-bell"></span>
      <span ng-if="task.due && $root.dueWords(task)" title="{{ task.due | camDate:'long' }}">{{ $root.dueWords(task) }}</span>
      <span ng-if="task.due && !$root.dueWords(task)">${words.due}</span>`
      ],
      [
        '<span ng-if="task.due"\n            tooltip-placement',
        '<span ng-if="task.due && !$root.dueWords(task)"\n            tooltip-placement'
      ],
      ['ng-click="unclaim()"', `ng-click="unclaim()" aria-label="${words.unclaim}"`],
      [
        `<a href
       ng-if="!isAssignee && !editingState.assignee"`,
        `<a href aria-label="${words.unassign}"
       ng-if="!isAssignee && !editingState.assignee && $root.may.plan"`
      ],
      ['tabindex="0"\n          ng-keydown="openDatepicker($event)"', 'role="button" tabindex="0"\n          ng-keydown="openDatepicker($event)"'],
      [
        `<li class="groups">
    <span ng-click="editGroups()">`,
        `<li class="groups">
    <span ng-if="!$root.may.editGroups">${words.groups}: {{ groupNames.join(', ') }}</span>
    <span ng-if="$root.may.editGroups" ng-click="editGroups()">`
      ]
    );
  });
}
