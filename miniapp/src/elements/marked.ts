/** Id of the element that is being read aloud, unique on a page. */
export const SPOKEN_ID = 'spoken'

/** Returns the props of an element that is highlighted while it is read aloud. */
export const highlightIf = (said: boolean, className: string): { id?: string; className: string } =>
  said ? { id: SPOKEN_ID, className: `${className} spoken`.trim() } : { className }

/** Id of the box around a form field, of letters that WeChat's `#…` selector understands: field ids have dots. */
export const fieldId = (id: string): string => `${id.replace(/[^\w-]/g, '_')}-field`
