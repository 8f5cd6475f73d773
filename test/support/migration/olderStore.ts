import type { mongo } from 'mongoose'
import { bigramsOf } from '../../../shared/domain/search/grams'
import { wordsOf } from '../../../shared/domain/search/words'
import type { Models } from '../../../server/models'

interface Found {
  _id: string
  title: string
  sentence: string
}

/** Makes of a store one of layout 1: no word of itself, and grams that know neither initials nor short codes. */
export async function makeOlder({ connection }: Models): Promise<void> {
  const db = connection.getClient().db(connection.name)
  await db.collection('storeState').deleteMany({})
  const publications: mongo.Collection<Found & { grams: string[] }> = db.collection('publications')
  const older = (await publications.find({}).toArray()).map(({ _id, title, sentence }) => {
    const words = [title, sentence].flatMap(wordsOf)
    const grams = [...new Set(words.flatMap(word => [...word, ...bigramsOf(word)]))].sort()
    return { updateOne: { filter: { _id }, update: { $set: { grams } } } }
  })
  await publications.bulkWrite(older)
}
