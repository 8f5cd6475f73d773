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

interface Waiting {
  kept: KeptDraft
  /** False if the phone has no space left. */
  onStored: (stored: boolean) => void
}

const INDEX = 'drafts'
/** A long draft takes long to write: while it is typed, at most once in this time. */
const WRITE_EVERY_MS = 1_000
const keyOf = (key: string) => `draft:${key}`
const keys = (): string[] => readStored<string[]>(INDEX) ?? []

/** Drafts that are to be written soon, by key. */
const waiting = new Map<string, Waiting>()
let timer: ReturnType<typeof setTimeout> | null = null

/** Writes what waits: a page is left, hidden or closed, or its second is over. */
export function writeDrafts(): void {
  if (timer) clearTimeout(timer)
  timer = null
  for (const { kept, onStored } of waiting.values()) onStored(write(kept))
  waiting.clear()
}

function write(kept: KeptDraft): boolean {
  const known = keys()
  if (known[0] !== kept.key) writeStored(INDEX, [kept.key, ...known.filter(key => key !== kept.key)])
  return writeStored(keyOf(kept.key), kept)
}

/** Keeps a draft; it is written within a second. */
export function keepDraft(kept: KeptDraft, onStored: Waiting['onStored']): void {
  waiting.set(kept.key, { kept, onStored })
  timer = timer ?? setTimeout(writeDrafts, WRITE_EVERY_MS)
}

export const keptDraft = (key: string): KeptDraft | null =>
  waiting.get(key)?.kept ?? readStored<KeptDraft>(keyOf(key))

export function keptDrafts(): KeptDraft[] {
  writeDrafts()
  return keys()
    .map(keptDraft)
    .filter(draft => draft !== null)
}

export function dropDraft(key: string): void {
  waiting.delete(key)
  dropStored(keyOf(key))
  writeStored(
    INDEX,
    keys().filter(other => other !== key),
  )
}
