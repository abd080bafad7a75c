/* When a task is due, counted in its engagement's working days, which only the server knows. */

const FRESH = 10 * 60_000;

/** For a card: the words, or undefined while they are unknown; tasks of one look are asked for together. */
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
        throw new Error(`The due dates are unknown: ${answer.status}`);
      }
      const words = await answer.json();
      asked.forEach((id, key) => (known.get(key).words = words[id] && words[id][0].toUpperCase() + words[id].slice(1)));
      rootScope.$applyAsync();
    } catch (error) {
      console.error(error);
    }
  }

  return task => {
    // A list and a task may have read the date at different times, and would ask in turns for ever.
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
