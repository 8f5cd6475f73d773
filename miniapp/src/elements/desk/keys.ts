/** Keys of the desk exist in the browser alone: `keys.h5.ts`. */
export const useDeskKeys = (_keys: { onHelp: () => void; onPalette: () => void }): void => undefined
