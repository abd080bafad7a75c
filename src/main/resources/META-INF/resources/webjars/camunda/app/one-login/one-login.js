/*
 * After a logout the web applications show a login form of their own, which cannot log anybody in: the login is ours.
 * They keep their place in the fragment and change it through the history, so both are watched.
 */
function leaveForTheLogin() {
  if (/^#!?\/login/.test(window.location.hash)) {
    window.location.replace('/login?logout');
  }
}

for (const change of ['pushState', 'replaceState']) {
  const original = window.history[change];
  window.history[change] = function (...parameters) {
    original.apply(this, parameters);
    leaveForTheLogin();
  };
}
window.addEventListener('hashchange', leaveForTheLogin);
leaveForTheLogin();
