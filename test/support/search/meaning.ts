import path from 'node:path'
import { type Meaning, meaningTexts } from '../../../server/domain/alignment/meaning'
import { asked, searchable } from '../../../server/domain/search/meaning/rank'
import { asItem, passagesOf, type Subject } from '../../../server/domain/search/meaning/subject'
import { loadEmbedder } from '../../../server/platform/worker/inference/embedder'
import { findModel, MODEL_NAME } from '../../../server/platform/worker/inference/models'
import { meaningOf, VectorFile } from '../../../server/platform/worker/inference/vectorFile'
import type { Asked } from './questions'

const FOLDER = path.resolve('.cache/models')

/** Vectors of all that the questions are compared with; null where the model is missing. */
export async function meaningOfQuestions(
  questions: readonly Asked[],
  villages: Readonly<Record<string, readonly Subject[]>>,
): Promise<Meaning | null> {
  const model = await findModel('e5', FOLDER)
  if ('missing' in model) return null
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
  const vectors = await VectorFile.open(path.join(model.folder, 'vectors.bin'), MODEL_NAME)
  const missing = (kind: 'query' | 'passage') =>
    [...new Set(texts.flatMap(one => one[kind]))].filter(text => !vectors.find(kind, text))
  const open = { query: missing('query'), passage: missing('passage') }
  if (open.query.length + open.passage.length > 0) {
    const { embed } = await loadEmbedder(path.join(model.folder, 'e5-small-q4.bin'))
    for (const kind of ['query', 'passage'] as const) {
      await vectors.keep(kind, open[kind], await embed(open[kind], kind))
    }
  }
  return meaningOf(vectors)
}
