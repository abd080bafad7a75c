/*
 * Tasklist keeps the open task in the fragment of its address, which browsers do not send. The login page still has it:
 * the form carries it through the login, and a cookie through the login at a provider.
 */
const fragment = window.location.hash;

function keep(value, seconds) {
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  document.cookie =
    `ACM-WANTED-FRAGMENT=${encodeURIComponent(value)}; Path=/; Max-Age=${seconds}; SameSite=Lax${secure}`;
}

const form = document.querySelector('form');
if (form) {
  form.action = form.getAttribute('action') + fragment;
}

const provider = document.querySelector('a[data-start]');
if (provider) {
  const goesOn = provider.hasAttribute('data-now');
  if (fragment) {
    keep(fragment, 600);
  } else if (goesOn) {
    keep('', 0);
  }
  if (goesOn) {
    window.location.replace(provider.href);
  }
}
