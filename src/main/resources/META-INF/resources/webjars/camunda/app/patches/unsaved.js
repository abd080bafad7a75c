/** Unsaved form input, by task. While there is any, leaving the page asks for confirmation. */
export const unsaved = new Map();
