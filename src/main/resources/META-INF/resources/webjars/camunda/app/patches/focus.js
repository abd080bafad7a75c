/* The keyboard's way: links that skip to the tasks and to the task, and the form after claiming. */
import { words } from './words.js';

function skipLink(text, find) {
  const link = Object.assign(document.createElement('a'), { href: '#', className: 'acm-skip', textContent: text });
  link.addEventListener('click', event => {
    event.preventDefault();
    find()?.focus();
  });
  return link;
}

function firstField() {
  return document.querySelector('.fjs-form :is(input, textarea, select):not([disabled])');
}

/** Claiming enables the form a moment later. */
function focusForm(tries = 20) {
  const form = document.querySelector('.fjs-form');
  if (form && !form.closest('.disabled-form')) {
    form.tabIndex = -1;
    form.focus();
  } else if (tries) {
    setTimeout(focusForm, 150, tries - 1);
  }
}

export default function start(application) {
  application.run([
    () => {
      const links = document.createElement('nav');
      links.className = 'acm-skips';
      links.setAttribute('aria-label', words.skipToTasks);
      links.append(
        skipLink(words.skipToTasks, () => document.querySelector('ol.tasks-list li.task a')),
        skipLink(words.skipToTask, () => document.querySelector('.task-details .claim') ?? firstField())
      );
      document.body.prepend(links);
      document.addEventListener('click', ({ target }) => target.closest?.('.claim') && focusForm());
    }
  ]);
}
