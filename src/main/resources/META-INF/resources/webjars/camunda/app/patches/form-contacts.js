/*
 * A text field with the property `contacts` shows a button for each of the customer's contacts in the engagement.
 * Other names can be typed.
 */
import { words } from './words.js';

const FIRST = 2000;

const valueOf = (form, { valuePath }) => valuePath.reduce((data, step) => data?.[step], form._getState().data) ?? '';

function button(form, instance, field, name) {
  const add = Object.assign(document.createElement('button'), { type: 'button', textContent: name });
  add.setAttribute('aria-label', words.addContact(name, field.label));
  add.addEventListener('click', () => {
    const text = valueOf(form, instance).trim();
    form._update({ fieldInstance: instance, value: text ? `${text.replace(/,$/, '')}, ${name}` : name });
    document.querySelector(`[id$="-${CSS.escape(instance.id)}"]`)?.focus();
  });
  return add;
}

/** Shows the contacts that the field does not name yet, while it can be edited. */
function offer(form, field, people, isDisabled) {
  const instance = form.get('formFieldInstanceRegistry').getAllKeyed().find(({ id }) => id === field.id);
  const input = form._container.querySelector(`input[id$="-${CSS.escape(field.id)}"]`);
  if (!instance || !input) {
    return;
  }
  const place = input.closest('.fjs-form-field');
  const written = valueOf(form, instance);
  const names = isDisabled ? [] : people.filter(name => !written.includes(name));
  const shown = place.querySelector('.acm-contacts');
  if ((shown?.dataset.names ?? '') !== names.join('\n')) {
    shown?.remove();
    if (names.length) {
      const list = Object.assign(document.createElement('div'), { className: 'acm-contacts' });
      list.dataset.names = names.join('\n');
      list.append(...names.map(name => button(form, instance, field, name)));
      place.append(list);
    }
  }
}

export default function change(form, { schema, data, scope }) {
  const people = data.engagement?.contacts ?? [];
  const fields = schema.components.filter(({ type, properties }) => type === 'textfield' && properties?.contacts);
  if (people.length && fields.length) {
    // Runs before the other listeners, and returns nothing: a return value would stop the event.
    const offerAll = () => {
      requestAnimationFrame(() => fields.forEach(field => offer(form, field, people, scope?.options?.disableForm)));
    };
    scope?.$watch('options.disableForm', offerAll);
    form.on('changed', FIRST, offerAll);
    form.on('import.done', FIRST, offerAll);
  }
}
