/*
 * The calendar of due and follow-up dates is in the language of the page, for screen readers, too, and its weeks start
 * on Monday.
 */
import { replace } from './template.js';
import { language, words } from './words.js';

const format = (options, dates) => dates.map(date => new Intl.DateTimeFormat('es', options).format(date));
const months = Array.from({ length: 12 }, (_, month) => new Date(2024, month, 1));
/** Starts with Sunday. */
const days = Array.from({ length: 7 }, (_, day) => new Date(2024, 8, 1 + day));

export default function start(application) {
  application.run([
    '$locale',
    '$templateCache',
    'uibDatepickerConfig',
    ($locale, templates, uibDatepickerConfig) => {
      for (const view of ['day', 'month', 'year']) {
        const template = `uib/template/datepicker/${view}.html`;
        templates.put(
          template,
          // It is a button; a heading would need a level.
          replace(templates.get(template), [' role="heading"', ''], ['>previous<', `>${words.earlier}<`], ['>next<', `>${words.later}<`])
        );
      }
      uibDatepickerConfig.startingDay = 1;
      if (language === 'es') {
        Object.assign($locale.DATETIME_FORMATS, {
          MONTH: format({ month: 'long' }, months),
          STANDALONEMONTH: format({ month: 'long' }, months),
          SHORTMONTH: format({ month: 'short' }, months),
          DAY: format({ weekday: 'long' }, days),
          SHORTDAY: format({ weekday: 'short' }, days)
        });
      }
    }
  ]);
}
