/*
 * The web applications have a login form of their own, which cannot log anybody in. After a logout people see our
 * login page. When the session has expired, the page reloads: the server redirects to the login, says why, and returns
 * to the same page. Unsaved input is saved first (form-drafts.js).
 */
import { unsaved } from './unsaved.js';

export default function start(application) {
  application.run([
    '$rootScope',
    $rootScope => {
      let leaving = false;
      const leave = how => event => {
        event.preventDefault();
        if (!leaving) {
          leaving = true;
          how();
        }
      };
      $rootScope.$on('authentication.logout.success', leave(() => window.location.replace('/login?logout')));
      $rootScope.$on('authentication.login.required', event =>
        unsaved.size ? event.preventDefault() : leave(() => window.location.reload())(event)
      );
    }
  ]);
}
