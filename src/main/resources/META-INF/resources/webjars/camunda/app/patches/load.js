/*
 * Starts the patches of a web application. A patch that cannot be loaded, or fails when it starts, is logged to the
 * console and left out. (A script in `customScripts` that cannot be loaded would stop the application.)
 */
export function complain(name, error) {
  console.error(`The patch ${name} is left out`, error);
}

/** Loads the patches; returns a function that starts them once AngularJS has loaded. */
export async function load(...names) {
  const patches = await Promise.all(
    names.map(name =>
      import(`./${name}.js`).then(
        patch => ({ name, start: patch.default }),
        error => complain(name, error)
      )
    )
  );
  return () => {
    const app = document.querySelector('base').getAttribute('app-name');
    const application = window.angular.module(`cam.${app}`);
    for (const { name, start } of patches.filter(Boolean)) {
      try {
        start(application);
      } catch (error) {
        complain(name, error);
      }
    }
  };
}
