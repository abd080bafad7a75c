/* Names and reasons from outside, as the server shows them elsewhere (PlainLine). */

/** Text that reads in one direction. */
export const withoutOverrides = text => text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');

/** The same on one line. */
export const plainLine = text => withoutOverrides(text).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
