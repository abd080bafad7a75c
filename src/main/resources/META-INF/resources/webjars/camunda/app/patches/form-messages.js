/* Messages of form-js about invalid values, in the language of the page and as instructions. */
import { words } from './words.js';

const instructions = [
  [/^Field is required\.$/, (found, { type }) => required(type)],
  [/^Value is not a number\.$/, () => words.notANumber],
  [/be an integer\.$/, () => words.wholeNumber],
  [/at most (\d+) decimal/, ([, count]) => words.decimals(count)],
  [/minimum value of (.+)\.$/, ([, value]) => words.minimum(value)],
  [/maximum value of (.+)\.$/, ([, value]) => words.maximum(value)],
  [/minimum length of (.+)\.$/, ([, value]) => words.shortest(value)],
  [/maximum length of (.+)\.$/, ([, value]) => words.longest(value)],
  [/valid email/, () => words.notEmail],
  [/phone number/, () => words.notPhone],
  [/must match pattern/, () => words.wrongFormat]
];

function required(type) {
  if (type === 'checkbox') {
    return words.tick;
  }
  if (type === 'datetime') {
    return words.dateAndTime;
  }
  return ['radio', 'select', 'checklist', 'taglist'].includes(type) ? words.choose : words.required;
}

function instruction(message, field) {
  for (const [pattern, say] of instructions) {
    const found = pattern.exec(message);
    if (found) {
      return say(found, field);
    }
  }
  return message;
}

export default function change(form) {
  const validator = form.get('validator');
  const fields = form.get('formFieldRegistry');
  const validate = validator.validateFieldInstance;
  validator.validateFieldInstance = (instance, value) =>
    validate.call(validator, instance, value).map(message => instruction(message, fields.get(instance.id) ?? {}));
}
