/*
 * Lists start in the order of the predefined filters, by urgency, and show it in their header. Tasklist starts with
 * the newest, whatever the order of the filter.
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
              // A URL without an order means that nobody has chosen one.
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
