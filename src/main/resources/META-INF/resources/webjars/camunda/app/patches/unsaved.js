/** By task: what is typed into its form and not kept yet. As long as there is any the page stays. */
export const unsaved = new Map();
