/*
 * A text of a form is Markdown, and what the form fills in is not: names and reasons come from outside and are shown as
 * they are, whatever they look like. Numbers get the separators of the reader's region.
 */
import { amount } from './words.js';

const PUNCTUATION = /[!-/:-@[-`{-~]/g;

const asText = value => value.replace(PUNCTUATION, '\\$&').replace(/\n\s+/g, '\n');

export default function change(form, { schema, data }) {
  const templating = form.get('templating');
  const texts = new Set(schema.components.filter(({ type }) => type === 'text').map(({ text }) => text));
  const amounts = new Map(
    Object.values(data)
      .filter(value => typeof value === 'number')
      .map(value => [String(value), amount.format(value)])
  );
  const evaluate = templating.evaluate;
  templating.evaluate = (template, known, options) =>
    evaluate.call(
      templating,
      template,
      known,
      texts.has(template) ? { ...options, sanitizer: value => asText(amounts.get(value) ?? String(value)) } : options
    );
  // Forms are written in Spanish, whatever language the page is in.
  form._container.lang = 'es';
}
