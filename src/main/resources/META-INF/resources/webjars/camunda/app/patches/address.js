/** The address of another task, in the list as it is. */
export function addressOf(taskId) {
  const parameters = new URLSearchParams(window.location.hash.split('?')[1]);
  parameters.set('task', taskId);
  parameters.set('forceDisplayTask', 'true');
  return `#/?${parameters}`;
}
