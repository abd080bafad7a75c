/*
 * Shows the page anew when a release or a draft was made or changed elsewhere, for example saved in Camunda Modeler.
 * What somebody is filling in stays. Without this script people reload by hand.
 */
const INTERVAL = 1500;

const releases = async () => {
  const answer = await fetch('/api/releases', { headers: { Accept: 'application/json', 'X-Background': 'true' } });
  return answer.ok ? answer.text() : undefined;
};

const isFillingIn = () =>
  document.activeElement?.matches('input, textarea, select') ||
  [...document.querySelectorAll('input[type="file"], input[type="text"]')].some(input => input.value !== '');

// What was made while the page was on its way is in the first answer already.
const isListed = answer =>
  location.pathname !== '/releases' ||
  JSON.parse(answer).items.every(({ number }) => document.querySelector(`a[href="/releases/${number}"]`));

// Reloading the page would cancel the form or link that somebody has just sent off.
let isLeaving = false;
addEventListener('beforeunload', () => (isLeaving = true));

async function watch() {
  const shown = await releases();
  const look = setInterval(async () => {
    if (document.hidden || isFillingIn()) {
      return;
    }
    const now = await releases().catch(() => undefined);
    if (now !== undefined && (now !== shown || !isListed(now)) && !isLeaving && !isFillingIn()) {
      clearInterval(look);
      location.replace(location.href);
    }
  }, INTERVAL);
}

watch().catch(error => console.error('Changes of releases cannot be watched', error));
