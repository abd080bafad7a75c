/*
 * Reloads the page when a release or draft was created or changed elsewhere, for example saved in Camunda Modeler, and
 * while scenarios run or engagements are migrated. Keeps what somebody is filling in. Without this script, the page
 * reloads itself while it shows such work; otherwise people reload it by hand.
 */
const INTERVAL = 1500;
const LONGEST_DOUBLE_CLICK = 5000;

const releases = async () => {
  const answer = await fetch('/api/releases', { headers: { Accept: 'application/json', 'X-Background': 'true' } });
  return answer.ok ? answer.text() : undefined;
};

// A select without a preselected option shows its first one.
const initial = select => [...select.options].find(option => option.defaultSelected) ?? select.options[0];

const isChanged = field =>
  field.matches('select')
    ? initial(field)?.selected === false
    : field.matches('[type="radio"], [type="checkbox"]')
      ? field.checked !== field.defaultChecked
      : field.value !== '';

const isFillingIn = () =>
  document.activeElement?.matches('input, textarea, select') ||
  [...document.querySelectorAll('input:not([type="hidden"]), textarea, select')].some(isChanged);

const showsWork = () => document.querySelector('[data-working]') !== null;

// The first response may have releases that were created after the page was rendered.
const isListed = answer =>
  location.pathname !== '/releases' ||
  JSON.parse(answer).items.every(({ number }) => document.querySelector(`a[href="/releases/${number}"]`));

// Reloading the page would cancel the form or link that somebody has just sent off.
let isLeaving = false;
addEventListener('beforeunload', () => (isLeaving = true));

// The second click of a double click would send a form again.
let isSent = false;
addEventListener('submit', event => {
  if (isSent) {
    event.preventDefault();
  }
  isSent = true;
  setTimeout(() => (isSent = false), LONGEST_DOUBLE_CLICK);
});
addEventListener('pageshow', () => (isSent = false));

async function watch() {
  const shown = await releases().catch(() => undefined);
  const look = setInterval(async () => {
    if (document.hidden || isFillingIn()) {
      return;
    }
    const now = await releases().catch(() => undefined);
    if (now !== undefined && (showsWork() || now !== shown || !isListed(now)) && !isLeaving && !isFillingIn()) {
      clearInterval(look);
      location.replace(location.href);
    }
  }, INTERVAL);
}

watch();
