/** Sizes of the body text, px, that styles/_frame.scss has a class for. */
export const TEXT_STEPS = [16, 18, 20, 22, 24, 26, 28, 30] as const

const USUAL = TEXT_STEPS[0]
/** Main text of 长辈版 is 18 to 30. */
export const ELDER_LEAST = 18
const ELDER_USUAL = 22

/** 长辈版 and 字号, remembered on this phone. `text` in px; null = follow the system. */
export interface Settings {
  elder: boolean
  text: number | null
}

/** Body size: the reader's choice, else the larger of the mode's usual size and the system's own setting. */
export function bodySize({ elder, text }: Settings, system: number): number {
  const wanted = text ?? Math.max(elder ? ELDER_USUAL : USUAL, system)
  const least = elder ? ELDER_LEAST : USUAL
  return TEXT_STEPS.reduce<number>((best, step) => (step <= wanted && step >= least ? step : best), least)
}
