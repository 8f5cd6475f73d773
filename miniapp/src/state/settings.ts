import { systemTextSize } from '../elements/platform'
import { createStore, useStore } from './store'
import { readStored, writeStored } from './storage'
import { bodySize, type Settings } from './textSize'

const KEY = 'settings'

export const settings = createStore<Settings>(readStored<Settings>(KEY) ?? { elder: false, text: null })

export function changeSettings(change: Partial<Settings>): void {
  settings.set({ ...settings.get(), ...change })
  writeStored(KEY, settings.get())
}

export function useReading(): { elder: boolean; size: number } {
  const current = useStore(settings)
  return { elder: current.elder, size: bodySize(current, systemTextSize()) }
}
