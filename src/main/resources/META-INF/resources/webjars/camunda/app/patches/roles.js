/*
 * Hides what the role does not allow. Templates read `$root.may`; nothing is allowed until the groups have loaded. The
 * server checks everything again.
 */
const PLANNERS = ['fasttrack-manager', 'camunda-admin'];

export default function start(application) {
  application
    .config([
      '$provide',
      $provide => {
        // Nobody starts processes or creates tasks here: a conversation starts with its engagement.
        const withdrawn = ['start-process-action', 'create-task-action'];
        $provide.decorator('Views', [
          '$delegate',
          $delegate => {
            const getProviders = $delegate.getProviders;
            $delegate.getProviders = (...query) =>
              getProviders.apply($delegate, query).filter(({ id }) => !withdrawn.includes(id));
            return $delegate;
          }
        ]);
      }
    ])
    .run([
      '$rootScope',
      '$http',
      'Uri',
      ($rootScope, $http, Uri) => {
        $rootScope.may = { plan: false, editGroups: false, openCockpit: false };
        $rootScope.$on('authentication.changed', (event, authentication) => {
          const { name, authorizedApps = [] } = authentication || {};
          $rootScope.may.openCockpit = authorizedApps.includes('cockpit');
          $rootScope.may.editGroups = authorizedApps.includes('admin');
          if (name) {
            $http
              .get(Uri.appUri('engine://engine/:engine/identity/groups'), { params: { userId: name } })
              .then(({ data }) => {
                $rootScope.may.plan = data.groups.some(({ id }) => PLANNERS.includes(id));
              })
              .catch(() => {});
          }
        });
      }
    ]);
}
