/*
 * Lists begin in the order of the ready-made filters, by urgency, and their header says so. Tasklist begins with the
 * newest, whatever the filter is sorted by.
 */
const BY_URGENCY = JSON.stringify([
  { sortBy: 'priority', sortOrder: 'desc' },
  { sortBy: 'dueDate', sortOrder: 'asc' }
]);

export default function start(application) {
  application.config([
    '$provide',
    $provide =>
      $provide.decorator('search', [
        '$delegate',
        '$location',
        ($delegate, $location) => {
          const { updateSilently } = $delegate;
          $delegate.updateSilently = (parameters, ...more) =>
            updateSilently(
              // Where the address names no order, nobody has chosen any.
              parameters.sorting && !$location.search().sorting ? { ...parameters, sorting: BY_URGENCY } : parameters,
              ...more
            );
          return $delegate;
        }
      ])
  ]);
  application.run([
    '$location',
    $location => $location.search().sorting || $location.search('sorting', BY_URGENCY).replace()
  ]);
}
