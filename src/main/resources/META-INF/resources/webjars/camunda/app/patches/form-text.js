/*
 * Values in forms are untrusted and shown literally: in a text component they would be parsed as Markdown, and
 * directional characters could reverse the text around them. Numbers get the separators of the reader's region.
 */
import { withoutOverrides } from './plain-line.js';
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
  templating.evaluate = (template, known, options) => {
    const show = texts.has(template)
      ? value => asText(amounts.get(value) ?? String(value))
      : (options?.sanitizer ?? (value => value));
    const sanitizer = value => show(typeof value === 'string' ? withoutOverrides(value) : value);
    return evaluate.call(templating, template, known, { ...options, sanitizer });
  };
  // Forms are written in Spanish, whatever language the page is in.
  form._container.lang = 'es';
}
