import { dropStored, readStored, writeStored } from '../../../state/storage'
import type { NoticeDraft } from './types'

/** A draft stored on this phone while it is edited, so that it survives a call, a crash or an empty battery. */
export interface KeptDraft {
  key: string
  /** Address of the form to continue with. */
  url: string
  draft: NoticeDraft
  at: string
  /** Version of the stored notice being edited; null for a new one. */
  basedOn: number | null
}

const INDEX = 'drafts'
const keyOf = (key: string) => `draft:${key}`
const keys = (): string[] => readStored<string[]>(INDEX) ?? []

export const keptDraft = (key: string): KeptDraft | null => readStored<KeptDraft>(keyOf(key))

export const keptDrafts = (): KeptDraft[] =>
  keys()
    .map(keptDraft)
    .filter(draft => draft !== null)

/** @returns false if the phone has no space left */
export function keepDraft(kept: KeptDraft): boolean {
  const known = keys()
  if (known[0] !== kept.key) writeStored(INDEX, [kept.key, ...known.filter(key => key !== kept.key)])
  return writeStored(keyOf(kept.key), kept)
}

export function dropDraft(key: string): void {
  dropStored(keyOf(key))
  writeStored(
    INDEX,
    keys().filter(other => other !== key),
  )
}
