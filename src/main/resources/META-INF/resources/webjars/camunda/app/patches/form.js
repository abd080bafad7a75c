/*
 * Customizes forms before they are shown. Tasklist renders them with form-js, without options, and does not expose it:
 * the class comes from the bundle of the web applications (7.24.0, the last of Camunda 7).
 */
import { complain } from './load.js';

const FORM_JS = 57661;

const parts = await Promise.all(
  ['form-messages', 'form-conditions', 'form-dates', 'form-contacts', 'form-drafts', 'form-text'].map(name =>
    import(`./${name}.js`).then(
      part => ({ name, change: part.default }),
      error => complain(name, error)
    )
  )
);

function formJs() {
  let found;
  window.webpackChunkcamunda_bpm_webapp.push([['acm-patches'], {}, load => (found = load(FORM_JS))]);
  return found;
}

/** Tasklist's scope of the form: its task (`params`), and whether it can be edited (`options`). */
function scopeOf(form) {
  return window.angular.element(form._container.parentElement).scope();
}

export default function start() {
  const { Form } = formJs();
  const importSchema = Form.prototype.importSchema;
  Form.prototype.importSchema = async function (schema, data) {
    let shown = data;
    for (const { name, change } of parts.filter(Boolean)) {
      try {
        shown = (await change(this, { schema, data: shown, scope: scopeOf(this) })) ?? shown;
      } catch (error) {
        complain(name, error);
      }
    }
    return importSchema.call(this, schema, shown);
  };
}
