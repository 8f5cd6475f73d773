import { defineEvent } from '@server/platform/events'
import type { PublicationRow } from './models/publications'

/** The fields that identify a disclosure for comparison and obligations. */
export type Disclosure = Pick<PublicationRow, 'noticeId' | 'orgCode' | 'itemKey' | 'period' | 'regards'>

/** Emitted when an edition was published 公开. */
export const editionPublished = defineEvent<PublicationRow>('editionPublished')

/** Emitted when the words of an edition were withdrawn 撤回, once for each edition. */
export const editionWithdrawn = defineEvent<{ noticeId: string; edition: number; basis: string; at: Date }>(
  'editionWithdrawn',
)

/** Who withdrew the editions of a notice, and why. */
export interface Withdrawal {
  /** Newest of the editions. */
  edition: number
  reason: string
  /** The notice that stays public in place of a duplicate 重复公开. */
  instead?: string
  by: string
  byName: string
  /** What was visible, as the law wants it recorded; null for a duplicate. */
  leak: { leaked: string[]; persons: number; measures: string } | null
}

/** Emitted when no edition of a notice is public any more, after the events of its editions. */
export const noticeWithdrawn = defineEvent<{ disclosure: Disclosure; withdrawal: Withdrawal; at: Date }>(
  'noticeWithdrawn',
)

export interface Erased {
  noticeId: string
  disclosure: Disclosure
  edition: number
  /** Files that the erased words named, by hash. */
  files: readonly string[]
  /** The edition was the public one: the notice is public no more. */
  wasLive: boolean
  /** Text in place of the title. */
  title: string
  at: Date
}

/** Emitted when the words of an edition were erased by law 依法删除. */
export const editionErased = defineEvent<Erased>('editionErased')
