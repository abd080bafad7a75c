/* Names the buttons and fields of Tasklist that have only an icon, and its dialogs. */
import { changeDirective, changeElement, replace } from './template.js';
import { words } from './words.js';

export default function start(application) {
  application.run([
    '$route',
    $route => {
      const page = $route.routes['/'];
      page.template = replace(
        page.template,
        ['data-region="filters"', `data-region="filters" aria-label="${words.toggleFilters}"`],
        ['data-region="list"', `data-region="list" aria-label="${words.toggleTasks}"`],
        [
          `ng-click="toggleRegion($event)"
              data-region="task"`,
          `ng-click="toggleRegion($event)"
              data-region="task" aria-label="${words.toggleTask}"`
        ],
        ['class="btn btn-link maximize"', `class="btn btn-link maximize" aria-label="${words.maximize}"`],
        ['class="btn btn-link reset-regions"', `class="btn btn-link reset-regions" aria-label="${words.reset}"`],
        ['<section class="column column-left task-filters"', `<section aria-label="${words.filters}" class="column column-left task-filters"`],
        ['<section class="column column-center tasks-list"', `<section aria-label="${words.tasks}" class="column column-center tasks-list"`],
        ['<section class="column column-right task-details"', `<section aria-label="${words.task}" class="column column-right task-details"`]
      );
    }
  ]);
  changeElement(application, 'uibModalWindow', dialog =>
    // After its content has been rendered.
    setTimeout(() => dialog.attr('aria-label', dialog.find('h3').text().trim()))
  );
  changeDirective(application, 'camWidgetInlineField', html =>
    replace(
      html,
      ['ng-click="applyChange($event);"', `aria-label="${words.apply}" ng-click="applyChange($event);"`],
      ['ng-click="cancelChange($event)"', `aria-label="${words.cancel}" ng-click="cancelChange($event)"`]
    )
  );
  changeDirective(application, 'camWidgetSearch', html =>
    replace(
      html,
      ['<input class="form-control main-field"', `<input role="combobox" aria-label="${words.filterTasks}" class="form-control main-field"`],
      ['class="dropdown-toggle btn btn-default"', `aria-label="${words.savedSearches}" class="dropdown-toggle btn btn-default"`]
    )
  );
  changeDirective(application, 'camSortingChoices', html =>
    replace(
      html,
      ['ng-click="changeOrder(index)"', `aria-label="${words.changeOrder}" ng-click="changeOrder(index)"`],
      ['ng-click="removeSorting(index)"', `aria-label="${words.removeOrder}" ng-click="removeSorting(index)"`],
      [
        `<a href
       uib-dropdown-toggle class="dropdown-toggle">
      <span class="glyphicon glyphicon-plus-sign"`,
        `<a href aria-label="${words.addOrder}"
       uib-dropdown-toggle class="dropdown-toggle">
      <span class="glyphicon glyphicon-plus-sign"`
      ]
    )
  );
  changeDirective(application, 'camTasklistForm', html => {
    const save = html.indexOf('<button class="btn btn-default"');
    const end = html.indexOf('</button>', save) + '</button>'.length;
    // Drafts are saved automatically. «Completar» moves the focus to the first invalid field.
    return replace(html.slice(0, save) + html.slice(end), [
      'disableCompleteButton()',
      'taskRemoved || completeInProgress || options.disableCompleteButton'
    ]);
  });
}
