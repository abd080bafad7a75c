/*
 * The web applications have a login form of their own, which cannot log anybody in: the login is ours. After a logout
 * people see our login page. When the session has ended the page is loaded again, and the server leads to the login,
 * says that the session has ended, and back to where one was. What is typed and not kept is kept first: the form says
 * how (form-drafts.js).
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
