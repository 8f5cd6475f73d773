import type { mongo } from 'mongoose'
import { bigramsOf } from '../../../server/domain/search/grams'
import { wordsOf } from '../../../shared/common/searchWords'
import type { Store } from '@server/platform/store/db'

interface Found {
  _id: string
  title: string
  sentence: string
}

interface OldItem {
  steps: { form?: string; disclosure: { evidence?: string[] } | null }[]
}

function olderItem({ steps, ...item }: OldItem): OldItem {
  const older = steps.map(({ form: _form, disclosure, ...step }) => {
    const { evidence: _evidence, ...rest } = disclosure ?? {}
    return { ...step, disclosure: disclosure && rest }
  })
  return { ...item, steps: older }
}

/** Lists that know no model, cases without files and remarks, items whose steps have no forms. */
async function makePowersOlder(db: mongo.Db): Promise<void> {
  const lists: mongo.Collection<{ _id: string; items: OldItem[] }> = db.collection('powerLists')
  for (const { _id, items } of await lists.find({}).toArray()) {
    await lists.updateOne({ _id }, { $set: { items: items.map(olderItem) }, $unset: { taken: '' } })
  }
  const cases: mongo.Collection<{
    _id: string
    state: { item: OldItem; remarks?: unknown[]; visits: { finished: { files?: unknown[] } | null }[] }
  }> = db.collection('powerCases')
  for (const { _id, state } of await cases.find({}).toArray()) {
    const { remarks: _remarks, item, visits, ...rest } = state
    const older = visits.map(({ finished, ...visit }) => {
      const { files: _files, ...left } = finished ?? {}
      return { ...visit, finished: finished && left }
    })
    await cases.updateOne({ _id }, { $set: { state: { ...rest, item: olderItem(item), visits: older } } })
  }
}

/** Contacts whose job title 职务 was named `duty`. */
async function makeContactsOlder(db: mongo.Db): Promise<void> {
  const orgs: mongo.Collection<{ _id: string; contacts: { jobTitle: string }[] }> = db.collection('orgs')
  for (const { _id, contacts } of await orgs.find({}).toArray()) {
    const older = contacts.map(({ jobTitle, ...contact }) => ({ ...contact, duty: jobTitle }))
    await orgs.updateOne({ _id }, { $set: { contacts: older as never } })
  }
}

/** Items outside the five categories had none. */
async function makeItemsOlder(db: mongo.Db): Promise<void> {
  await db.collection('catalogueItems').updateMany({ category: 'general' }, { $set: { category: null } })
}

/**
 * Makes of a store one of layout 1: no word of itself, grams that know neither initials nor short codes, lists and cases as they
 * were.
 */
export async function makeOlder({ connection }: Store): Promise<void> {
  const db = connection.getClient().db(connection.name)
  await db.collection('storeState').deleteMany({})
  const publications: mongo.Collection<Found & { grams: string[] }> = db.collection('publications')
  const older = (await publications.find({}).toArray()).map(({ _id, title, sentence }) => {
    const words = [title, sentence].flatMap(wordsOf)
    const grams = [...new Set(words.flatMap(word => [...word, ...bigramsOf(word)]))].sort()
    return { updateOne: { filter: { _id }, update: { $set: { grams } } } }
  })
  await publications.bulkWrite(older)
  await makePowersOlder(db)
  await makeContactsOlder(db)
  await db.collection('orgs').updateMany({}, { $unset: { nameKeys: '' } })
  await makeItemsOlder(db)
}
