/** Body text sizes in px; styles/_frame.scss has a class for each. */
export const TEXT_STEPS = [16, 18, 20, 22, 24, 26, 28, 30] as const

const USUAL = TEXT_STEPS[0]
/** Smallest body text of 长辈版 in px. */
export const ELDER_LEAST = 18
const ELDER_USUAL = 22

/** Reading settings 长辈版 and 字号, stored on this phone. `text` in px; null: follow the system. */
export interface Settings {
  elder: boolean
  text: number | null
}

/**
 * Returns the body text size: the reader's choice, otherwise the larger of the mode's default and the system
 * setting.
 */
export function bodySize({ elder, text }: Settings, system: number): number {
  const wanted = text ?? Math.max(elder ? ELDER_USUAL : USUAL, system)
  const least = elder ? ELDER_LEAST : USUAL
  return TEXT_STEPS.reduce<number>((best, step) => (step <= wanted && step >= least ? step : best), least)
}
