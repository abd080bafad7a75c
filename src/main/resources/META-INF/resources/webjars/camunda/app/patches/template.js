/* Changes the templates of directives and views. Parts that are not found are logged to the console. */
export function replace(html, ...changes) {
  return changes.reduce((changed, [was, is]) => {
    if (!changed.includes(was)) {
      console.error(`The template has no ${was} to change`);
    }
    return changed.split(was).join(is);
  }, html);
}

/** Replaces a directive's template with one derived from it. */
export function changeDirective(application, name, change) {
  application.config([
    '$provide',
    $provide =>
      $provide.decorator(`${name}Directive`, [
        '$delegate',
        $delegate => {
          $delegate[0].template = change($delegate[0].template);
          return $delegate;
        }
      ])
  ]);
}

/** Changes the scope of a directive before the directive is linked. */
export function changeScope(application, name, change) {
  changeLink(application, name, (link, scope) => {
    change(scope);
    return link();
  });
}

/** Changes the element of a directive after the directive is linked. */
export function changeElement(application, name, change) {
  changeLink(application, name, (link, scope, element) => {
    const linked = link();
    change(element);
    return linked;
  });
}

function changeLink(application, name, around) {
  application.config([
    '$provide',
    $provide =>
      $provide.decorator(`${name}Directive`, [
        '$delegate',
        $delegate => {
          const directive = $delegate[0];
          const { compile } = directive;
          directive.compile = function (...parts) {
            const link = compile.apply(this, parts);
            return function (...linked) {
              return around(() => link.apply(this, linked), ...linked);
            };
          };
          return $delegate;
        }
      ])
  ]);
}
