import { dropStored, readStored, writeStored } from '../../../state/storage'
import type { NoticeDraft } from './types'

/** A draft kept on this phone while it is typed: nothing is lost by a call, a crash or a dead battery. */
export interface KeptDraft {
  key: string
  /** Address of the form that goes on with it. */
  url: string
  draft: NoticeDraft
  at: string
}

const INDEX = 'drafts'
const keyOf = (key: string) => `draft:${key}`
const keys = (): string[] => readStored<string[]>(INDEX) ?? []

export const keptDraft = (key: string): KeptDraft | null => readStored<KeptDraft>(keyOf(key))

export const keptDrafts = (): KeptDraft[] =>
  keys()
    .map(keptDraft)
    .filter(draft => draft !== null)

export function keepDraft(kept: KeptDraft): void {
  writeStored(keyOf(kept.key), kept)
  writeStored(INDEX, [kept.key, ...keys().filter(key => key !== kept.key)])
}

export function dropDraft(key: string): void {
  dropStored(keyOf(key))
  writeStored(
    INDEX,
    keys().filter(other => other !== key),
  )
}
