/*
 * Dates are written day/month/year, in any browser. A date that does not exist, or has passed where that is not allowed,
 * is refused in words: it stays in its field as it was typed, and so does the time beside it. A draft has both as long
 * as they make no value, and they come back as they were typed.
 */
import { language, words } from './words.js';

const WRITTEN = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/;

/** The date that is written, and nothing if there is no such day. */
export function read(text) {
  const [, day, month, year] = (WRITTEN.exec(text) ?? []).map(Number);
  const date = new Date(year, month - 1, day);
  return date.getDate() === day && date.getMonth() === month - 1 ? date : undefined;
}

/** form-js asks for the format of the browser's language by the name `default`. */
function writeDatesOneWay() {
  Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
    construct: (format, [locale, ...options], called) =>
      Reflect.construct(format, [locale === 'default' ? 'es' : locale, ...options], called)
  });
  window.flatpickr.localize({
    ...(language === 'es' && spanish),
    firstDayOfWeek: 1,
    time_24hr: true
  });
  // As a plug-in, since a calendar takes no other default for its parser.
  const readStrictly = calendar => {
    calendar.config.parseDate = read;
    return {};
  };
  window.flatpickr.setDefaults({ plugins: [readStrictly] });
}

const spanish = {
  weekdays: {
    shorthand: ['dom', 'lun', 'mar', 'mié', 'jue', 'vie', 'sáb'],
    longhand: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado']
  },
  months: {
    shorthand: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
    longhand: [
      'enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio',
      'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'
    ]
  },
  ordinal: () => 'º',
  rangeSeparator: ' a '
};

let ready = false;

function refusal(text, { disallowPassedDates }) {
  const date = read(text);
  if (!date) {
    return words.noSuchDate(text.trim());
  }
  return disallowPassedDates && date < new Date().setHours(0, 0, 0, 0) ? words.pastDate(text.trim()) : undefined;
}

/** form-js takes over what has changed after the next frame, or after a tenth of a second. */
const pause = () => new Promise(resolve => setTimeout(resolve, 150));

/** Waits for what form-js makes a little later. */
async function until(isThere) {
  for (let times = 0; times < 20 && !isThere(); times++) {
    await pause();
  }
  return isThere();
}

export default function change(form) {
  if (!ready) {
    writeDatesOneWay();
    ready = true;
  }
  const fields = form.get('formFieldRegistry');
  const instances = form.get('formFieldInstanceRegistry');
  const validator = form.get('validator');
  /** By field: what was typed last, and why it is no date if so. */
  const typed = new Map();

  /** By field: what was in its inputs last. */
  const texts = new Map();
  /** By path: what a draft has for the inputs of a field, until it is there. */
  const waiting = new Map();

  const dated = () => instances.getAllKeyed().filter(({ id }) => fields.get(id).type === 'datetime');
  const instanceOf = (input, ...parts) =>
    dated().find(({ id }) => parts.some(part => input.id?.endsWith(`-${id}-${part}`)));
  const inputOf = ({ id }, part) => form._container.querySelector(`input[id$="-${id}-${part}"]`);

  // A keyboard's event is an InputEvent; the one of the calendar, which writes into the field, too, is not.
  form._container.addEventListener('input', event => {
    const instance = instanceOf(event.target, 'date');
    if (instance && (event instanceof InputEvent || read(event.target.value))) {
      check(instance, event.target.value);
    }
    remember(event);
  });

  function check(instance, text) {
    typed.set(instance.id, { text, refusal: text.trim() && refusal(text, fields.get(instance.id)) });
  }

  /** form-js empties a field whose date is refused when it is left. */
  function textOf(instance) {
    const { text, refusal: reason } = typed.get(instance.id) ?? {};
    const last = texts.get(instance.id);
    return {
      date: reason ? text : (inputOf(instance, 'date')?.value ?? last?.date ?? ''),
      time: inputOf(instance, 'time')?.value ?? last?.time ?? ''
    };
  }

  function remember({ target }) {
    const instance = instanceOf(target, 'date', 'time');
    if (instance) {
      texts.set(instance.id, textOf(instance));
      form._emit('acm.typed');
    }
  }

  // form-js takes the field over when it is left; what it has refused and emptied is put back, with the reason.
  function settle({ target, type, key }) {
    const instance = instanceOf(target, 'date');
    if (instance && typed.has(instance.id) && (type === 'focusout' || key === 'Enter')) {
      setTimeout(() => {
        const { text, refusal: reason } = typed.get(instance.id);
        if (reason) {
          target.value = text;
        }
        form._update({ fieldInstance: instance, value: valueOf(instance) });
      });
    }
  }
  form._container.addEventListener('focusout', settle);
  form._container.addEventListener('focusout', remember);
  form._container.addEventListener('keydown', settle);

  const at = (data, path) => path.reduce((place, step) => place?.[step], data);
  const valueOf = ({ valuePath }) => at(form._getState().data, valuePath);

  const update = form._update;
  form._update = change => {
    const { fieldInstance, value } = change;
    // As long as the date is refused the field keeps its value, and with it the time.
    const kept = value === null && typed.get(fieldInstance.id)?.refusal;
    update.call(form, kept ? { ...change, value: valueOf(fieldInstance) } : change);
  };

  const validate = validator.validateFieldInstance;
  validator.validateFieldInstance = (instance, value) => {
    const reason = typed.get(instance.id)?.refusal;
    return reason ? [reason] : validate.call(validator, instance, value);
  };

  // A draft is about to be saved.
  form.on('acm.draft.saving', ({ fields: draft }) => {
    for (const instance of dated()) {
      const path = [...instance.valuePath];
      const back = waiting.get(String(path));
      const text = back?.text ?? textOf(instance);
      const isNoValue = back || typed.get(instance.id)?.refusal || !valueOf(instance);
      if (isNoValue && (text.date.trim() || text.time.trim())) {
        const field = path.pop();
        Object.assign(at(draft, path) ?? {}, { [field]: { typed: text } });
      }
    }
  });

  // A draft is about to be shown, in a form whose fields may not be there yet.
  form.on('acm.draft.showing', ({ typed: found }) => {
    for (const { path, text } of found) {
      waiting.set(String(path), { text });
    }
    putBack();
  });
  form.on('formFieldInstanceRegistry.changed', putBack);

  function putBack() {
    for (const instance of dated()) {
      const back = waiting.get(String(instance.valuePath));
      if (back && !back.begun) {
        back.begun = true;
        type(instance, back.text).finally(() => waiting.delete(String(instance.valuePath)));
      }
    }
  }

  async function type(instance, { date, time }) {
    const refused = () => typed.get(instance.id)?.refusal;
    // The calendar empties the field when it is made.
    if (date.trim() && (await until(() => inputOf(instance, 'date')?._flatpickr?.config.onChange.length))) {
      check(instance, date);
      if (refused()) {
        form._update({ fieldInstance: instance, value: valueOf(instance) });
      } else {
        inputOf(instance, 'date')._flatpickr.setDate(date, true);
      }
      await pause();
    }
    if (time.trim() && (await until(() => inputOf(instance, 'time')))) {
      const input = inputOf(instance, 'time');
      input.value = time;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await pause();
      // form-js reads a time when its field is left.
      input.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
      await pause();
    }
    if (refused()) {
      inputOf(instance, 'date').value = date;
    }
  }

  // Must return nothing: a return value would stop the event before it reaches Tasklist's own listener.
  const mark = () => {
    requestAnimationFrame(() => {
      markInvalid(form._container);
      writePlaceholders(form._container);
    });
  };
  form.on('changed', mark);
  form.on('import.done', mark);
}

/** form-js names day, month and year in English. */
function writePlaceholders(container) {
  for (const input of container.querySelectorAll('input[placeholder="dd/mm/yyyy"]')) {
    input.placeholder = words.datePlaceholder;
  }
}

/** Whoever does not see the color hears which field is meant. */
function markInvalid(container) {
  for (const field of container.querySelectorAll('.fjs-form-field')) {
    const invalid = field.classList.contains('fjs-has-errors');
    for (const input of field.querySelectorAll('input, textarea')) {
      input.setAttribute('aria-invalid', String(invalid));
    }
  }
}
