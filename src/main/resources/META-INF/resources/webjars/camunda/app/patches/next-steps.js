/* After a task is completed: says so, and links to the next step for the same customer. */
import { addressOf } from './address.js';
import { plainLine } from './plain-line.js';
import { submitted } from './unsaved.js';
import { words } from './words.js';

const TRIES = 8;
const PAUSE = 1_000;

function element(name, text, attributes = {}) {
  const made = Object.assign(document.createElement(name), attributes);
  made.textContent = text;
  return made;
}

/** The message is at the top of the task column until another task is opened. */
function box() {
  document.querySelector('.acm-done')?.remove();
  const made = element('div', '', { className: 'acm-done alert alert-success', tabIndex: -1 });
  made.setAttribute('role', 'status');
  document.querySelector('.task-details .content')?.prepend(made);
  return made;
}

function opened() {
  return {
    taskId: new URLSearchParams(window.location.hash.split('?')[1]).get('task'),
    name: document.querySelector('.task-details h2.task')?.textContent.trim()
  };
}

const pause = () => new Promise(resume => setTimeout(resume, PAUSE));

/** Loads the next step; polls while the service itself is working on the engagement. */
async function next(taskId) {
  for (let tried = 1; ; tried++) {
    const answer = await fetch(`/api/tasks/${encodeURIComponent(taskId)}/next`, { headers: { 'X-Background': 'false' } });
    if (!answer.ok) {
      throw new Error(`Loading the next step failed with status ${answer.status}`);
    }
    const steps = await answer.json();
    if (steps.next.length || !steps.pending || tried === TRIES) {
      return steps;
    }
    await pause();
  }
}

export default function start(application) {
  application.config([
    '$provide',
    $provide =>
      $provide.decorator('assignNotification', [
        '$rootScope',
        $rootScope => async () => {
          const done = box();
          const { taskId, name } = { ...opened(), ...submitted };
          delete submitted.taskId;
          delete submitted.name;
          const said = element('strong', `${words.done}: ${name}.`);
          const following = element('span', words.searching);
          done.append(said, ' ', following);
          done.focus();
          $rootScope.$broadcast('tasks.changed');
          try {
            const { customer, next: steps } = await next(taskId);
            said.textContent = `${words.done}: ${name} (${plainLine(customer)}).`;
            following.textContent = steps.length ? `${words.next}: ` : words.noNext;
            for (const step of steps) {
              done.append(element('a', step.name, { href: addressOf(step.taskId) }), ' ');
            }
          } catch (error) {
            console.error(error);
            following.textContent = '';
          }
        }
      ])
  ]);
  application.run([
    '$rootScope',
    $rootScope =>
      $rootScope.$on('$locationChangeSuccess', () => {
        if (/[?&]task=/.test(window.location.hash)) {
          document.querySelector('.acm-done')?.remove();
        }
      })
  ]);
}
