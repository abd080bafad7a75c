/*
 * Clears the error of a field when the field is hidden. form-js keeps the error, invisibly, and the form could never
 * be completed.
 */
export default function change(form) {
  const conditions = form.get('conditionChecker');
  const fields = form.get('formFieldRegistry');
  const isHidden = (field, data) =>
    field &&
    ((field.conditional?.hide && conditions.check(field.conditional.hide, data) === true) ||
      isHidden(fields.get(field._parent), data));
  const setState = form._setState;
  form._setState = change => {
    const { initialData, data, errors } = { ...form._getState(), ...change };
    const known = { ...initialData, ...data };
    const visible = Object.entries(errors ?? {}).filter(([id]) => !isHidden(fields.get(id), known));
    setState.call(form, { ...change, errors: Object.fromEntries(visible) });
  };
}
