/* After a task is completed: that it is done, what comes next for the same customer, and a link to it. */
import { words } from './words.js';

const TRIES = 6;
const PAUSE = 1_000;

function element(name, text, attributes = {}) {
  const made = Object.assign(document.createElement(name), attributes);
  made.textContent = text;
  return made;
}

/** Where it says so: above the task column, until another task is opened. */
function box() {
  document.querySelector('.acm-done')?.remove();
  const made = element('div', '', { className: 'acm-done alert alert-success', tabIndex: -1 });
  made.setAttribute('role', 'status');
  document.querySelector('.task-details .content')?.prepend(made);
  return made;
}

function customerOf(task) {
  return task._embedded?.variable?.find(({ name }) => name === 'customerName')?.value;
}

export default function start(application) {
  application.config([
    '$provide',
    $provide =>
      $provide.decorator('assignNotification', [
        '$delegate',
        '$http',
        '$rootScope',
        '$timeout',
        'Uri',
        ($delegate, $http, $rootScope, $timeout, Uri) => {
          const tasks = Uri.appUri('engine://engine/:engine/task');

          async function next({ processInstanceId }) {
            for (let tried = 0; tried < TRIES; tried++) {
              const { data } = await $http.get(tasks, {
                params: { processInstanceId, sortBy: 'created', sortOrder: 'desc', maxResults: 5 }
              });
              if (data.length) {
                return data;
              }
              await $timeout(PAUSE);
            }
            return [];
          }

          return async completed => {
            const done = box();
            const name = document.querySelector('.task-details h2.task')?.textContent.trim();
            const customer = document.querySelector('.tasks-list li.active .customer')?.textContent.trim();
            done.append(element('strong', `${words.done}: ${[name, customer].filter(Boolean).join(', ')}. `));
            const looking = element('span', words.searching);
            done.append(looking);
            done.focus();
            $rootScope.$broadcast('tasks.changed');
            try {
              const steps = await next(completed);
              looking.textContent = steps.length ? `${words.next}: ` : words.noNext;
              for (const step of steps) {
                done.append(element('a', step.name, { href: `#/?forceDisplayTask=true&task=${step.id}` }), ' ');
              }
            } catch {
              looking.textContent = '';
            }
          };
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
