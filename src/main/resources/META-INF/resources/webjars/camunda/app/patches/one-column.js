/* On a phone, and at 200% zoom, there is room for one column: the list is hidden while a task is open. */
import { words } from './words.js';

export default function start(application) {
  application.run([
    '$rootScope',
    $rootScope => {
      const show = () => {
        const open = /[?&]task=/.test(window.location.hash);
        document.documentElement.classList.toggle('acm-task-open', open);
      };
      $rootScope.$on('$locationChangeSuccess', show);
      $rootScope.$on('$routeChanged', show);
      show();
      const back = Object.assign(document.createElement('button'), {
        type: 'button',
        className: 'acm-back btn btn-link',
        textContent: `‹ ${words.backToList}`
      });
      back.addEventListener('click', () => {
        document.documentElement.classList.remove('acm-task-open');
        document.querySelector('ol.tasks-list li.active a')?.focus();
      });
      document.body.append(back);
      document.addEventListener('click', ({ target }) => target.closest?.('li.task .clickable') && requestAnimationFrame(show));
    }
  ]);
}
