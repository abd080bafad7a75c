/*
 * Takes the place of the webapp's own config.js (Camunda, Apache License 2.0), which knows no Spanish: the fallback makes
 * Tasklist Spanish in every browser whose first language is not English. The texts are in locales/es.json.
 */
const start = await import('../../patches/load.js').then(
  ({ load }) =>
    load(
      'session',
      'texts-first',
      'language',
      'roles',
      'header',
      'order',
      'search',
      'cards',
      'queues',
      'task-header',
      'receivers',
      'calendar',
      'controls',
      'notices',
      'form',
      'next-steps',
      'following',
      'engagement',
      'focus',
      'idle',
      'one-column'
    ),
  console.error
);

export default {
  locales: {
    availableLocales: ['es', 'en'],
    fallbackLocale: 'es'
  },

  /** Read once AngularJS is there, and before Tasklist starts. */
  get customScripts() {
    start?.();
    return [];
  },

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'reclama la tarea seleccionada'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'va al primer filtro de la lista'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'va a la primera tarea de la lista'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'va al primer campo del formulario de la tarea'
    }
  }
};
