import { defineEvent } from '@server/platform/events'
import type { PublicationRow } from './models/publications'

/** Which disclosure: what comparison and obligations go by. */
export type Disclosure = Pick<PublicationRow, 'noticeId' | 'orgCode' | 'itemKey' | 'period' | 'regards'>

/** An edition has been published 公开. */
export const editionPublished = defineEvent<PublicationRow>('editionPublished')

/** The words of one edition have been withdrawn 撤回; once for each edition. */
export const editionWithdrawn = defineEvent<{ noticeId: string; edition: number; basis: string; at: Date }>(
  'editionWithdrawn',
)

/** A notice is public in no edition any more; after all of its editions. */
export const noticeWithdrawn = defineEvent<{ disclosure: Disclosure; at: Date }>('noticeWithdrawn')

/** The words of one edition have been erased by law 依法删除. */
export const editionErased = defineEvent<{ disclosure: Disclosure; edition: number; at: Date }>(
  'editionErased',
)
