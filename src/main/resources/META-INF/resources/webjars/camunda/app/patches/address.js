/** Returns the URL of another task that keeps the filter, order and search of the list. */
export function addressOf(taskId) {
  const parameters = new URLSearchParams(window.location.hash.split('?')[1]);
  parameters.set('task', taskId);
  parameters.set('forceDisplayTask', 'true');
  return `#/?${parameters}`;
}
