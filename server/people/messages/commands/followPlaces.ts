import type { Actor } from '@server/platform/access/actor'
import type { Db, Tx } from '@server/platform/store/db'
import { trusted } from 'mongoose'
import { findCategory } from '@server/domain/category'
import type { PutSubscriptions } from '@shared/contract/people/message'
import { badRequest, notFound } from '@server/platform/errors'
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

/** Sets the categories and villages a person follows 订阅: deletes rows no longer wanted, inserts new ones. */
export async function followPlaces(tx: Tx, actor: Actor, { items }: PutSubscriptions): Promise<void> {
  await checkPlaces(tx, items)
  const rows = await tx.of(Subscriptions).find({ userId: actor.id }).lean<SubscriptionRow[]>().exec()
  const wanted = new Map(
    items
      .flatMap(({ orgCode, categories }) => categories.map(category => ({ orgCode, category })))
      .map(place => [keyOf(place), place]),
  )
  for (const row of rows) {
    if (!wanted.delete(keyOf(row))) await tx.of(Subscriptions).deleteOne({ _id: row._id })
  }
  if (wanted.size === 0) return
  await tx.of(Subscriptions).insertMany(
    [...wanted.values()].map(place => ({
      _id: newId('sub'),
      userId: actor.id,
      ...place,
      createdAt: tx.now,
    })),
  )
}
