/*
 * Polls less often while nobody uses the page; Tasklist polls its list every ten seconds. Background requests are
 * marked with `X-Background`, so that they do not keep the session alive.
 */
const ACTIVE = 60_000;
const IDLE_EVERY = 60_000;
const HIDDEN_EVERY = 300_000;
const BY_A_PERSON = 5_000;

let lastUsed = Date.now();
for (const sign of ['pointerdown', 'keydown', 'wheel', 'touchstart']) {
  window.addEventListener(sign, () => (lastUsed = Date.now()), { capture: true, passive: true });
}

export default function start(application) {
  application.config([
    '$httpProvider',
    '$provide',
    ($httpProvider, $provide) => {
      const mark = request => {
        request.headers = { ...request.headers, 'X-Background': String(Date.now() - lastUsed > BY_A_PERSON) };
        return request;
      };
      $httpProvider.interceptors.push(() => ({ request: mark }));
      $provide.decorator('camAPIHttpClient', [
        '$delegate',
        Client => {
          for (const method of ['post', 'get', 'load', 'put', 'del', 'options', 'head']) {
            const send = Client.prototype[method];
            Client.prototype[method] = function (path, request) {
              return send.call(this, path, mark(request));
            };
          }
          return Client;
        }
      ]);
      $provide.decorator('$rootScope', [
        '$delegate',
        $rootScope => {
          let lastRefresh = Date.now();
          const broadcast = $rootScope.$broadcast;
          $rootScope.$broadcast = (name, ...details) => {
            if (name === 'refresh') {
              const idle = Date.now() - lastUsed > ACTIVE;
              const every = document.hidden ? HIDDEN_EVERY : idle ? IDLE_EVERY : 0;
              if (Date.now() - lastRefresh < every) {
                return undefined;
              }
              lastRefresh = Date.now();
            }
            return broadcast.call($rootScope, name, ...details);
          };
          document.addEventListener('visibilitychange', () => document.hidden || $rootScope.$broadcast('refresh'));
          return $rootScope;
        }
      ]);
    }
  ]);
}
