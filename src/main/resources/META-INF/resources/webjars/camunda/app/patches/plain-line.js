/* Shows untrusted names and reasons as the server does elsewhere (PlainLine). */

/** Removes characters that change the direction of text. */
export const withoutOverrides = text => text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');

/** The same on one line. */
export const plainLine = text => withoutOverrides(text).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
