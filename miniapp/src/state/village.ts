import { createStore, useStore } from './store'
import { dropStored, readStored, writeStored } from './storage'

const KEY = 'village'

/** Code of the village selected on this phone; null before the first visit. */
const village = createStore<string | null>(readStored<string>(KEY))

export const useVillage = (): string | null => useStore(village)
export const currentVillage = (): string | null => village.get()

export function chooseVillage(code: string): void {
  if (village.get() === code) return
  village.set(code)
  writeStored(KEY, code)
}

/** Selects the first opened board; viewing another one does not change the selection. */
export function adoptVillage(code: string): void {
  if (village.get() === null) chooseVillage(code)
}

/** Clears the selection if the organisation no longer exists; the next visit starts like the first. */
export function forgetVillage(): void {
  village.set(null)
  dropStored(KEY)
}
