/** Longest message of a reported fault, in characters. */
export const LONGEST_FAULT = 300

/**
 * Masks what may be personal in the text of a fault: parameters of addresses, numbers from five digits, Chinese words (the
 * program's own messages are English), ids; cuts it to size.
 */
export const scrubFault = (text: string): string =>
  text
    .replace(/[?#][^\s'")]*/g, '?…')
    .replace(/[\u3400-\u9fff\uf900-\ufaff]+/g, '□')
    .replace(/[a-z]{3}_[0-9a-z]{6,}/g, 'id')
    .replace(/[0-9Xx]{5,}/g, '#')
    .slice(0, LONGEST_FAULT)
