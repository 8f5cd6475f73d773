import { createStore, useStore } from './store'
import { readStored, writeStored } from './storage'

const KEY = 'village'

/** Code of the organisation whose board this phone shows; null until the first visit. */
const village = createStore<string | null>(readStored<string>(KEY))

export const useVillage = (): string | null => useStore(village)
export const currentVillage = (): string | null => village.get()

export function chooseVillage(code: string): void {
  if (village.get() === code) return
  village.set(code)
  writeStored(KEY, code)
}
