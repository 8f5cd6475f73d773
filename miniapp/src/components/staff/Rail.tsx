/** The rail of staff pages exists on wide screens in the browser alone: `Rail.h5.tsx`. */
export const useRail = (): boolean => false

export const Rail = () => null
