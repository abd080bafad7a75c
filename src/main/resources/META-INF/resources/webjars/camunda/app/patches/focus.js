/*
 * Keyboard navigation: links that skip to the list and to the task, and the focus that moves from a card to its task
 * and, after claiming, to the form.
 */
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

/**
 * Claiming enables the form a moment later and may render it again, which loses the focus. Stops as soon as the person
 * moves the focus elsewhere.
 */
function focusForm(claim) {
  let tries = 200;
  const timer = setInterval(() => {
    const form = document.querySelector('.fjs-form');
    const { activeElement } = document;
    const isNowhere = activeElement.contains(claim) || claim.contains(activeElement) || activeElement === document.body;
    if (form && isNowhere && !form.closest('.disabled-form')) {
      form.tabIndex = -1;
      // The task's name and assignee stay visible.
      form.focus({ preventScroll: true });
      tries = Math.min(tries, 20);
    }
    tries -= 1;
    if (!tries || (!isNowhere && activeElement !== form)) {
      clearInterval(timer);
    }
  }, 150);
}

/** Moves the focus to a task that was opened with the keyboard. */
function focusTask(id, tries = 200) {
  const task = document.querySelector('.task-details .claim') ?? document.querySelector('.fjs-form');
  if (task && window.location.hash.includes(id)) {
    task.focus();
  } else if (tries) {
    setTimeout(focusTask, 150, id, tries - 1);
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
      document.addEventListener('click', ({ target, detail }) => {
        const claim = target.closest?.('.claim');
        if (claim) {
          focusForm(claim);
        }
        const card = target.closest?.('li.task h4 a');
        // The keyboard, not a mouse button.
        if (card && detail === 0) {
          setTimeout(focusTask, 500, new URLSearchParams(card.hash.split('?')[1]).get('task'));
        }
      });
    }
  ]);
}
