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

/** Emitted when no edition of a notice is public any more, after the events of its editions. */
export const noticeWithdrawn = defineEvent<{ disclosure: Disclosure; at: Date }>('noticeWithdrawn')

/** Emitted when the words of an edition were erased by law 依法删除. */
export const editionErased = defineEvent<{
  noticeId: string
  disclosure: Disclosure
  edition: number
  at: Date
}>('editionErased')
