/** A name from outside as one line that reads in one direction, as the server shows it elsewhere (PlainLine). */
export const plainLine = text =>
  text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
