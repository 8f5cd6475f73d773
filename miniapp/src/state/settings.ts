import { systemTextSize } from '../elements/platform'
import { createStore, useStore } from './store'
import { readStored, writeStored } from './storage'

/** 长辈版 and 字号, remembered on this phone. `text` in px; null = follow the system. */
export interface Settings {
  elder: boolean
  text: number | null
}

/** Sizes of the body text that styles/_frame.scss has a class for. */
export const TEXT_STEPS = [16, 18, 20, 22, 24, 26, 28, 30] as const
const ELDER_LEAST = 18
const ELDER_USUAL = 22
const KEY = 'settings'

export const settings = createStore<Settings>(readStored<Settings>(KEY) ?? { elder: false, text: null })

export function changeSettings(change: Partial<Settings>): void {
  settings.set({ ...settings.get(), ...change })
  writeStored(KEY, settings.get())
}

/** Body size: the reader's choice, else the larger of the mode's usual size and the system's own setting. */
export function bodySize({ elder, text }: Settings, system: number): number {
  const wanted = text ?? Math.max(elder ? ELDER_USUAL : TEXT_STEPS[0], system)
  const least = elder ? ELDER_LEAST : TEXT_STEPS[0]
  return TEXT_STEPS.reduce<number>((best, step) => (step <= wanted && step >= least ? step : best), least)
}

export function useReading(): { elder: boolean; size: number } {
  const current = useStore(settings)
  return { elder: current.elder, size: bodySize(current, systemTextSize()) }
}
