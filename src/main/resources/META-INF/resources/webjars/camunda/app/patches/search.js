/* What is typed into the search is text, even if it is a number: Tasklist fails at 4047. */
import { changeScope } from './template.js';

export default function start(application) {
  changeScope(application, 'camWidgetSearch', scope => {
    for (const type of scope.types ?? []) {
      // Of variables a number is looked up as a number.
      type.enforceString ??= !type.extended && !type.options && !type.enforceDates;
    }
  });
}
