import type { Authorised, Caller } from '@server/platform/access/caller'
import { defineCollection, readable, text } from '@server/platform/store/collection'
import type { Db, RouteDb, Tx } from '@server/platform/store/db'
import { archiveNotice } from '@server/disclosure/notices/commands/closeNotice'
import { publishNotice } from '@server/disclosure/notices/commands/publishNotice'
import { authorize } from '@server/disclosure/notices/policy'
import { noticeTarget } from '@server/disclosure/notices'
import type { NoticeContext } from '@server/disclosure/notices/queries/noticeContext'
import { orgOfNotice } from '@server/disclosure/notices/queries/notices'

interface Row {
  _id: string
  name: string
}

const Own = defineCollection<Row>({ name: 'own', fields: { _id: text, name: text }, indexes: [] })
const Foreign = readable(
  defineCollection<Row>({ name: 'foreign', fields: { _id: text, name: text }, indexes: [] }),
)

/** Never runs: each line below is proved by the type check of `npm test`. */
export async function promises(
  db: Db,
  tx: Tx,
  route: RouteDb,
  caller: Caller,
  work: NoticeContext,
): Promise<void> {
  const target = noticeTarget(work.notice, work.org)
  const version = { version: 1 }

  // A write outside a transaction.
  // @ts-expect-error a Db only reads
  await db.of(Own).updateOne({ _id: 'a' }, { name: 'b' })
  // @ts-expect-error a Db has no events
  await db.emit({ name: 'event' }, null)
  // @ts-expect-error a command needs a transaction
  await publishNotice(db, authorize(caller, 'notice.publish', target), work, version)

  // A command without the right proof.
  // @ts-expect-error a caller is no proof
  await publishNotice(tx, caller, work, version)
  // @ts-expect-error the proof of another action
  await publishNotice(tx, authorize(caller, 'notice.archive', target), work, version)
  // @ts-expect-error a proof cannot be made by hand
  const forged: Authorised<'notice.publish'> = { ...caller, action: 'notice.publish' }
  await publishNotice(tx, forged, work, version)

  // A foreign collection.
  // @ts-expect-error a foreign room's rows are read, not written
  await tx.of(Foreign).create([{ _id: 'a', name: 'b' }])

  // A model in a route.
  // @ts-expect-error a route passes its store on to queries
  await route.of(Own).findById('a')

  await tx.of(Own).updateOne({ _id: 'a' }, { name: 'b' })
  await db.of(Foreign).findById('a')
  await tx.of(Foreign).findById('a')
  await orgOfNotice(route, 'a')
  await archiveNotice(tx, authorize(caller, 'notice.archive', target), work, { ...version, volume: '' })
}

test('what may not be written does not compile', () => {
  expect(typeof promises).toBe('function')
})
