/* When a task is due, counted in its engagement's working days, which only the server knows. */

const FRESH = 10 * 60_000;

/** For a card: the words, or undefined while they are unknown; tasks of one look are asked for together. */
export function dueWords(rootScope) {
  const known = new Map();
  let wanted = new Set();

  async function ask() {
    const ids = [...wanted];
    wanted = new Set();
    try {
      const answer = await fetch(`/tasks/due?${new URLSearchParams(ids.map(id => ['id', id]))}`, {
        headers: { 'X-Background': 'true' }
      });
      if (!answer.ok) {
        throw new Error(`The due dates are unknown: ${answer.status}`);
      }
      const words = await answer.json();
      ids.forEach(id => (known.get(id).words = words[id] && words[id][0].toUpperCase() + words[id].slice(1)));
      rootScope.$applyAsync();
    } catch (error) {
      console.error(error);
    }
  }

  return task => {
    const found = known.get(task.id);
    if (found?.due === task.due && Date.now() - found.asked < FRESH) {
      return found.words;
    }
    known.set(task.id, { due: task.due, asked: Date.now(), words: found?.due === task.due ? found.words : undefined });
    if (!wanted.size) {
      setTimeout(ask);
    }
    wanted.add(task.id);
    return known.get(task.id).words;
  };
}
