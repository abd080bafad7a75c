/*
 * Search terms are text, even if they are numbers: Tasklist fails at 4047. The search covers more than the names of
 * tasks (FreeTextSearch), and the criterion says so. The options of the search have names for screen readers.
 */
import { changeDirective, changeElement, changeScope, replace } from './template.js';
import { words } from './words.js';

/** Tasklist's key for a search by a task's name. */
const FREE_TEXT = 'name';

const MATCH = 'uib/template/typeahead/typeahead-match.html';
const POPUP = 'uib/template/typeahead/typeahead-popup.html';

function nameSuggestions(application) {
  changeElement(application, 'uibTypeahead', input =>
    input.attr({
      role: 'combobox',
      'aria-controls': input.attr('aria-owns'),
      'aria-label': input.attr('aria-label') ?? words.criterion
    })
  );
  application.run([
    '$templateCache',
    templates => {
      // An option must not contain a link.
      templates.put(MATCH, replace(templates.get(MATCH), ['<a href\n   tabindex="-1"', '<a']));
      templates.put(POPUP, replace(templates.get(POPUP), ['role="listbox"', `role="listbox" aria-label="${words.suggestions}"`]));
    }
  ]);
  changeDirective(application, 'camWidgetSearchPill', html =>
    replace(html, ['class="remove-search', 'aria-label="{{ deleteText | translate }}" class="remove-search'])
  );
}

export default function start(application) {
  nameSuggestions(application);
  changeScope(application, 'camWidgetSearch', scope => {
    const types = scope.types ?? [];
    // Put the options that people use before those for operators.
    types.sort((one, other) => (other.id.key === FREE_TEXT) - (one.id.key === FREE_TEXT));
    for (const type of types) {
      // A number is searched as a number in variables.
      type.enforceString ??= !type.extended && !type.options && !type.enforceDates;
      if (type.id.key === FREE_TEXT) {
        type.id.value = words.freeText;
      }
    }
  });
}
