/*
 * Links from Tasklist to the service's own pages: one in the bar, and a tab «Caso» beside a task's form with the
 * history of its engagement. The server renders the tab, and escapes what people have typed.
 */
import { words } from './words.js';

async function story(taskId) {
  const answer = await fetch(`/tasks/${encodeURIComponent(taskId)}/engagement`, { headers: { Accept: 'text/html' } });
  if (!answer.ok) {
    throw new Error(`Loading the engagement failed with status ${answer.status}`);
  }
  return new DOMParser().parseFromString(await answer.text(), 'text/html').body;
}

/** Shows the history in the open tab, unless another task has been opened in the meantime. */
async function tell(scope, taskId) {
  let told;
  try {
    told = [...(await story(taskId)).childNodes];
  } catch (error) {
    console.error(error);
    told = [words.noEngagement];
  }
  if (scope.task?.id === taskId) {
    document.querySelector('.acm-engagement')?.replaceChildren(...told);
  }
}

/** AngularJS calls controllers with `new`, so they cannot be arrow functions. */
export default function start(application) {
  application.config([
    'ViewsProvider',
    ViewsProvider => {
      ViewsProvider.registerDefaultView('tasklist.navbar.action', {
        id: 'own-pages',
        template: `<a href="/engagements">${words.engagements}</a>`,
        controller: function none() {},
        priority: 400
      });
      ViewsProvider.registerDefaultView('tasklist.task.detail', {
        id: 'task-detail-engagement',
        label: words.engagement,
        template: '<div class="acm-engagement"></div>',
        controller: [
          '$scope',
          function tellStory(scope) {
            scope.$watch('task.id', taskId => taskId && tell(scope, taskId));
          }
        ],
        priority: 900
      });
    }
  ]);
}
