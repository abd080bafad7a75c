/* Takes the place of the webapp's own config.js (Camunda, Apache License 2.0), which has every setting commented out. */
const start = await import('../../patches/load.js').then(({ load }) => load('session', 'language'), console.error);

export default {
  /** Read once AngularJS is there, and before the application starts. */
  get customScripts() {
    start?.();
    return [];
  }
};
