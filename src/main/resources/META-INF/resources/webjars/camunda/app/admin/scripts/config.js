/* Takes the place of the webapp's own config.js (Camunda, Apache License 2.0), which has every setting commented out. */
export default {
  customScripts: ['../one-login/one-login']
};
