import type { Settings } from '../../../miniapp/src/state/textSize'

/** How the gallery is looked at: a theme, the reader's settings, on screen or on paper. */
export interface Mode {
  width: number
  settings: Settings
  dark?: true
  print?: true
}

const USUAL: Settings = { elder: false, text: 16 }
const ELDER: Settings = { elder: true, text: 22 }

export const MODES = {
  light: { width: 375, settings: USUAL },
  dark: { width: 375, settings: USUAL, dark: true },
  elder: { width: 375, settings: ELDER },
  largest: { width: 320, settings: { elder: true, text: 30 } },
  print: { width: 680, settings: USUAL, print: true },
  wide: { width: 1280, settings: USUAL },
} satisfies Record<string, Mode>

export type ModeName = keyof typeof MODES

/** The styles of the app with their conditions decided: the theme and the paper of a mode instead of this machine's. */
export const stylesOf = (styles: string, { dark, print }: Mode): string =>
  styles
    .replace(/@media \(prefers-color-scheme: ?dark\)/g, dark ? '@media all' : '@media not all')
    .replace(/@media print/g, print ? '@media all' : '@media not all')
