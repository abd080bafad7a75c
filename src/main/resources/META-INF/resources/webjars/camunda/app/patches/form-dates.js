/*
 * Dates are written day/month/year, in any browser. A date that does not exist, or has passed where that is not allowed,
 * is refused in words: it stays in its field as it was typed, and so does the time beside it.
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

  const instanceOf = input =>
    instances.getAllKeyed().find(({ id }) => fields.get(id).type === 'datetime' && input.id?.endsWith(`-${id}-date`));

  // A keyboard's event is an InputEvent; the one of the calendar, which writes into the field, too, is not.
  form._container.addEventListener('input', event => {
    const instance = instanceOf(event.target);
    if (instance && (event instanceof InputEvent || read(event.target.value))) {
      const text = event.target.value;
      typed.set(instance.id, { text, refusal: text.trim() && refusal(text, fields.get(instance.id)) });
    }
  });

  // form-js takes the field over when it is left; what it has refused and emptied is put back, with the reason.
  function settle({ target, type, key }) {
    const instance = instanceOf(target);
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
  form._container.addEventListener('keydown', settle);

  const valueOf = ({ valuePath }) => valuePath.reduce((data, step) => data?.[step], form._getState().data);

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
