/**
 * For a `Form.Item` around a select whose first option means "none": the form holds null, the select an empty text,
 * because an option cannot have null for its value.
 */
export const noneAsEmpty = {
  getValueProps: (value: unknown) => ({ value: value ?? '' }),
  normalize: (value: unknown) => (value === '' ? null : value),
};
