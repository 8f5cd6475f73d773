import { dropStored, readStored, writeStored } from '../../../state/storage'
import type { NoticeDraft } from './types'

/** A draft kept on this phone while it is typed: nothing is lost by a call, a crash or a dead battery. */
export interface KeptDraft {
  key: string
  /** Address of the form that goes on with it. */
  url: string
  draft: NoticeDraft
  at: string
  /** Version of the stored notice that was being changed; null for a new one. */
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

/** @returns false when the phone has no room for it. */
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
