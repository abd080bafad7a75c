/*
 * What is typed into the search is text, even if it is a number: Tasklist fails at 4047. It is looked up as more than a
 * task's name (FreeText), and the criterion says so. What opens below the search has names for screen readers.
 */
import { changeDirective, changeElement, changeScope, replace } from './template.js';
import { words } from './words.js';

/** The key of the type that Tasklist means by a task's name. */
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
      // A link inside an option would be a second control.
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
    // What people look for comes before what only operators know.
    types.sort((one, other) => (other.id.key === FREE_TEXT) - (one.id.key === FREE_TEXT));
    for (const type of types) {
      // Of variables a number is looked up as a number.
      type.enforceString ??= !type.extended && !type.options && !type.enforceDates;
      if (type.id.key === FREE_TEXT) {
        type.id.value = words.freeText;
      }
    }
  });
}
