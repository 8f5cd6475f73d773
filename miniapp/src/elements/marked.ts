/** Id of the element that is being read aloud: one on a page. */
export const SPOKEN_ID = 'spoken'

/** Props of an element that is marked while it is said. */
export const highlightIf = (said: boolean, className: string): { id?: string; className: string } =>
  said ? { id: SPOKEN_ID, className: `${className} spoken`.trim() } : { className }
