/* When tasks are due, in working days of their engagements, which only the server can count. */

const FRESH = 10 * 60_000;

/**
 * Returns the text for a card, undefined until it has loaded. One request loads all tasks that are rendered together.
 */
export function dueWords(rootScope) {
  const known = new Map();
  let wanted = new Map();

  async function ask() {
    const asked = wanted;
    const ids = [...new Set(asked.values())];
    wanted = new Map();
    try {
      const answer = await fetch(`/tasks/due?${new URLSearchParams(ids.map(id => ['id', id]))}`, {
        headers: { 'X-Background': 'true' }
      });
      if (!answer.ok) {
        throw new Error(`Loading the due dates failed with status ${answer.status}`);
      }
      const words = await answer.json();
      asked.forEach((id, key) => (known.get(key).words = words[id] && words[id][0].toUpperCase() + words[id].slice(1)));
      rootScope.$applyAsync();
    } catch (error) {
      console.error(error);
    }
  }

  return task => {
    // The list and the task view may hold different dates, and would refetch in turns forever.
    const key = `${task.id} ${task.due}`;
    const found = known.get(key);
    if (found && Date.now() - found.asked < FRESH) {
      return found.words;
    }
    known.set(key, { asked: Date.now(), words: found?.words });
    if (!wanted.size) {
      setTimeout(ask);
    }
    wanted.set(key, task.id);
    return found?.words;
  };
}
