import path from 'node:path'
import { type Meaning, meaningTexts } from '../../../server/domain/alignment/meaning'
import { asked, searchable } from '../../../server/domain/search/meaning/rank'
import { asItem, passagesOf, type Subject } from '../../../server/domain/search/meaning/subject'
import { prepareMeaning } from '../../../server/platform/worker/inference/prepareMeaning'
import type { Asked } from './questions'

const FOLDER = path.resolve('.cache/models')
const PROGRAM = path.resolve('dist/server/inference.js')

/** Vectors of all that the questions are compared with; null where the model is missing. */
export async function meaningOfQuestions(
  questions: readonly Asked[],
  villages: Readonly<Record<string, readonly Subject[]>>,
): Promise<Meaning | null> {
  const texts = Object.entries(villages).map(([name, subjects]) => {
    const within = searchable(subjects)
    const read = questions
      .filter(({ village }) => village === name)
      .map(({ question }) => asked(question, within))
    const words = read.flatMap(one => (one ? [one.words.replace(/ /g, '')] : []))
    const { query, passage } = meaningTexts([], subjects.map(asItem))
    const rows = subjects.map(passagesOf).flatMap(one => [one.head, ...one.rows])
    return { query: [...words, ...query], passage: [...passage, ...rows] }
  })
  const all = { query: texts.flatMap(({ query }) => query), passage: texts.flatMap(({ passage }) => passage) }
  const prepared = await prepareMeaning(all, FOLDER, PROGRAM)
  return 'meaning' in prepared ? prepared.meaning : null
}
