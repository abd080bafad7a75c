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

/** Without them, as in the words of another version, Tasklist works and its help names only the keys. */
const shortcuts = await import('../../patches/words.js').then(
  ({ words }) => words?.shortcuts ?? {},
  error => {
    console.error(error);
    return {};
  }
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
      description: shortcuts.claimTask
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: shortcuts.focusFilter
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: shortcuts.focusList
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: shortcuts.focusForm
    }
  }
};
