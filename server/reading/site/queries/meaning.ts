import { type Meaning, meaningTexts } from '@server/domain/alignment/meaning'
import { plainOf } from '@server/domain/search/meaning/rank'
import type { Question } from '@server/domain/search/meaning/question'
import { asItem, passagesOf, type Subject } from '@server/domain/search/meaning/subject'
import type { Db } from '@server/platform/store/db'
import { keyOf, packedAll } from '@server/platform/worker/inference/vectorFile'
import { answerUntil, type MeaningModel, type Models } from '@server/platform/worker/models'
import { shelfOf, type TextBlock, type Vectors } from './vectorShelf'

/** Texts that a search may have made into vectors itself: those of a notice that was published since the job. */
const MADE_AT_ONCE = 24
/** Milliseconds for the vectors of one search; the rules are alone then. */
const TIME_MS = 1500
/** Phrases of one row. */
const PHRASES_EACH = 128

const blockOf = (model: string, kind: TextBlock['kind'], texts: readonly string[]): TextBlock => ({
  key: keyOf(model, kind, texts.join('\0')),
  kind,
  texts,
})

const PHRASES = meaningTexts([], []).query

/** The ways to say a matter, the same for every village. */
export const phraseBlocks = (model: string): TextBlock[] =>
  Array.from({ length: Math.ceil(PHRASES.length / PHRASES_EACH) }, (_, at) =>
    blockOf(model, 'query', PHRASES.slice(at * PHRASES_EACH, (at + 1) * PHRASES_EACH)),
  )

/** The texts by which subjects are compared. */
export function subjectBlocks(model: string, subjects: readonly Subject[]): TextBlock[] {
  const blocks = subjects.map(subject => {
    const { head, rows } = passagesOf(subject)
    const texts = new Set([...meaningTexts([], [asItem(subject)]).passage, head, ...rows])
    return blockOf(model, 'passage', [...texts])
  })
  return [...new Map(blocks.map(block => [block.key, block])).values()]
}

const phrases = new WeakMap<MeaningModel, Promise<Vectors | null>>()

async function readPhrases(db: Db, model: MeaningModel): Promise<Vectors | null> {
  const blocks = phraseBlocks(model.model)
  const shelf = shelfOf(model)
  return (await shelf.missing(db, blocks, true)).length > 0 ? null : shelf.vectors(blocks)
}

/** Vectors of the phrases, read once for a model, by one search for all; null until the job has made them all. */
function phraseVectors(db: Db, model: MeaningModel): Promise<Vectors | null> {
  const under = phrases.get(model)
  if (under) return under
  const reading = readPhrases(db, model).catch(() => null)
  phrases.set(model, reading)
  void reading.then(found => found === null && phrases.delete(model))
  return reading
}

/** Has the model make blocks and keeps them for the next search; whether it could. */
export async function makeBlocks(model: MeaningModel, blocks: readonly TextBlock[]): Promise<boolean> {
  const kind = blocks[0]?.kind
  if (kind === undefined) return true
  const vectors = await model.embed(
    blocks.flatMap(({ texts }) => texts),
    kind,
  )
  if (!vectors) return false
  let from = 0
  for (const { key, texts } of blocks) {
    shelfOf(model).keep(key, packedAll(vectors.slice(from, from + texts.length)))
    from += texts.length
  }
  return true
}

async function vectorsFor(
  db: Db,
  model: MeaningModel,
  words: string,
  subjects: readonly Subject[],
): Promise<Meaning | null> {
  const known = await phraseVectors(db, model)
  if (!known) return null
  const shelf = shelfOf(model)
  const blocks = subjectBlocks(model.model, subjects)
  const missing = await shelf.missing(db, blocks)
  if (missing.flatMap(({ texts }) => texts).length > MADE_AT_ONCE) return null
  if (!(await makeBlocks(model, missing))) return null
  const [own] = (await model.embed([words], 'query')) ?? []
  const passages = shelf.vectors(blocks)
  if (!own || [...passages.values()].some(({ length }) => length !== own.length)) return null
  return {
    vector(kind, text) {
      if (kind === 'passage') return passages.get(text)
      return text === words ? own : known.get(text)
    },
  }
}

/** Vectors of a question and of what it is compared with; null where the rules must do. */
export async function meaningFor(
  db: Db,
  models: Models,
  question: Question,
  subjects: readonly Subject[],
): Promise<Meaning | null> {
  const vectors = async () => {
    const model = await models.meaning()
    return model && vectorsFor(db, model, plainOf(question), subjects)
  }
  return answerUntil(Date.now() + TIME_MS, vectors())
}
