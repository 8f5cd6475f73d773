import { createStore, useStore } from './store'
import { dropStored, readStored, writeStored } from './storage'

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

/** The first board that is opened becomes this phone's own; looking at another one does not change that. */
export function adoptVillage(code: string): void {
  if (village.get() === null) chooseVillage(code)
}

/** The organisation is no longer there: the next visit starts as the first one did. */
export function forgetVillage(): void {
  village.set(null)
  dropStored(KEY)
}
