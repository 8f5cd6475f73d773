import { trusted } from 'mongoose'
import { findCategory } from '@server/domain/category'
import type { PutSubscriptions } from '@shared/contract/people/message'
import { badRequest, notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import type { CommandContext } from '@server/platform/access/commandContext'
import { Subscriptions, type SubscriptionRow } from '../models/subscriptions'
import { newId } from '@server/platform/store/collection'
import { Orgs } from '@server/people/orgs'

const keyOf = ({ orgCode, category }: Pick<SubscriptionRow, 'orgCode' | 'category'>) =>
  `${orgCode}/${category}`

/** @throws AppError 400 `category-not-found`, 404 `org-not-found` */
async function checkPlaces(db: Db, items: PutSubscriptions['items']): Promise<void> {
  if (items.some(item => !item.categories.every(findCategory))) throw badRequest('category-not-found')
  const codes = [...new Set(items.map(item => item.orgCode))]
  const known = await db
    .of(Orgs)
    .find({ _id: trusted({ $in: codes }) }, { _id: 1 })
    .lean()
    .exec()
  if (known.length !== codes.length) throw notFound('org-not-found', 'items')
}

/**
 * Sets the categories and villages a person follows 订阅: deletes rows no longer wanted, inserts new ones. Runs in the caller's
 * transaction.
 */
export async function followPlaces(
  { services, actor }: CommandContext,
  { items }: PutSubscriptions,
): Promise<void> {
  const { db, clock } = services
  await checkPlaces(db, items)
  const rows = await db.of(Subscriptions).find({ userId: actor.id }).lean<SubscriptionRow[]>().exec()
  const wanted = new Map(
    items
      .flatMap(({ orgCode, categories }) => categories.map(category => ({ orgCode, category })))
      .map(place => [keyOf(place), place]),
  )
  for (const row of rows) {
    if (!wanted.delete(keyOf(row))) await db.of(Subscriptions).deleteOne({ _id: row._id })
  }
  if (wanted.size === 0) return
  const createdAt = clock.now()
  await db
    .of(Subscriptions)
    .insertMany(
      [...wanted.values()].map(place => ({ _id: newId('sub'), userId: actor.id, ...place, createdAt })),
    )
}
