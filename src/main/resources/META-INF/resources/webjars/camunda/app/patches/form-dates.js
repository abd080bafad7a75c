/*
 * Dates are entered as day/month/year in every browser. A date that does not exist, or has passed where that is not
 * allowed, is refused with a message, and the date and time fields keep what was typed. So does a draft.
 */
import { language, words } from './words.js';

const WRITTEN = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/;

/** Parses a date; returns undefined if there is no such day. */
export function read(text) {
  const [, day, month, year] = (WRITTEN.exec(text) ?? []).map(Number);
  const date = new Date(year, month - 1, day);
  return date.getDate() === day && date.getMonth() === month - 1 ? date : undefined;
}

/** form-js requests the format of the browser's language as `default`. */
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
  // A plug-in, because flatpickr takes a default parser in no other way.
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

/** form-js applies changes on the next frame, or after 100 ms. */
const pause = () => new Promise(resolve => setTimeout(resolve, 150));

/** Waits until form-js has rendered something. */
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
  /** By path: a draft's text for fields that are not rendered yet. */
  const waiting = new Map();

  const dated = () => instances.getAllKeyed().filter(({ id }) => fields.get(id).type === 'datetime');
  const instanceOf = (input, ...parts) =>
    dated().find(({ id }) => parts.some(part => input.id?.endsWith(`-${id}-${part}`)));
  const inputOf = ({ id }, part) => form._container.querySelector(`input[id$="-${id}-${part}"]`);

  // Typing fires an InputEvent; the calendar, which also writes to the field, fires a plain Event.
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

  // form-js reads the field when it loses the focus, and clears a date that it refuses: restore it, with the reason.
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
    // While the date is refused, the field keeps its value, including the time.
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

  // A draft is about to be shown; some fields may not be rendered yet.
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
    // Creating the calendar clears the field.
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
      // form-js reads a time when its field loses the focus.
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

/** Translates form-js's English placeholder. */
function writePlaceholders(container) {
  for (const input of container.querySelectorAll('input[placeholder="dd/mm/yyyy"]')) {
    input.placeholder = words.datePlaceholder;
  }
}

/** Marks invalid fields for screen readers; form-js marks them only by color. */
function markInvalid(container) {
  for (const field of container.querySelectorAll('.fjs-form-field')) {
    const invalid = field.classList.contains('fjs-has-errors');
    for (const input of field.querySelectorAll('input, textarea')) {
      input.setAttribute('aria-invalid', String(invalid));
    }
  }
}
