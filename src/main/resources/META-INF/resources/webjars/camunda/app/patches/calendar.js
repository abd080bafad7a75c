/* The calendar of due and follow-up dates speaks the language of the page, and its weeks begin on Monday. */
import { language } from './words.js';

const format = (options, dates) => dates.map(date => new Intl.DateTimeFormat('es', options).format(date));
const months = Array.from({ length: 12 }, (_, month) => new Date(2024, month, 1));
/** From Sunday on. */
const days = Array.from({ length: 7 }, (_, day) => new Date(2024, 8, 1 + day));

export default function start(application) {
  application.run([
    '$locale',
    'uibDatepickerConfig',
    ($locale, uibDatepickerConfig) => {
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
