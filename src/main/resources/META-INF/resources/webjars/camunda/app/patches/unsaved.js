/** Unsaved form input, by task. While there is any, leaving the page asks for confirmation. */
export const unsaved = new Map();

/** The task whose form was submitted last: its id (`taskId`) and name. Another one may be open when it is completed. */
export const submitted = {};
