/* The calendars of forms take their words from here; form-js has no setting for them. */
if (window.flatpickr && /^(?!en)/.test(navigator.language)) {
  window.flatpickr.localize({
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
    firstDayOfWeek: 1,
    rangeSeparator: ' a ',
    time_24hr: true
  });
}
