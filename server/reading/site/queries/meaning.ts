import { trusted } from 'mongoose'
import { type Meaning, meaningTexts } from '@server/domain/alignment/meaning'
import { plainOf } from '@server/domain/search/meaning/rank'
import type { Question } from '@server/domain/search/meaning/question'
import { asItem, passagesOf, type Subject } from '@server/domain/search/meaning/subject'
import type { Db } from '@server/platform/store/db'
import { keyOf, unpacked } from '@server/platform/worker/inference/vectorFile'
import { answerUntil, type MeaningModel, type Models } from '@server/platform/worker/models'
import { TextVectors, type TextVectorRow } from '../models/textVectors'

/** Texts that a search may have made into vectors itself: those of a notice that was published since the job. */
const MADE_AT_ONCE = 24
/** Milliseconds for the vectors of one search; the rules are alone then. */
const TIME_MS = 1500

/** A text with what it is compared as. */
export interface KeyedText {
  key: string
  kind: 'query' | 'passage'
  text: string
}

const keyed = (model: string, kind: KeyedText['kind'], texts: readonly string[]): KeyedText[] =>
  [...new Set(texts)].map(text => ({ key: keyOf(model, kind, text), kind, text }))

/** The ways to say a matter, the same for every village. */
export const phraseTexts = (model: string): KeyedText[] => keyed(model, 'query', meaningTexts([], []).query)

/** The texts by which subjects are compared. */
export const subjectTexts = (model: string, subjects: readonly Subject[]): KeyedText[] =>
  keyed(model, 'passage', [
    ...meaningTexts([], subjects.map(asItem)).passage,
    ...subjects.map(passagesOf).flatMap(({ head, rows }) => [head, ...rows]),
  ])

type Vectors = Map<string, Float32Array>

/** Reads stored vectors. */
async function storedVectors(db: Db, texts: readonly KeyedText[]): Promise<Vectors> {
  const rows = await db
    .of(TextVectors)
    .find({ _id: trusted({ $in: texts.map(({ key }) => key) }) }, { vector: 1 })
    .lean<Pick<TextVectorRow, '_id' | 'vector'>[]>()
    .exec()
  return new Map(rows.map(({ _id, vector }) => [_id, unpacked(bytesOf(vector))]))
}

const bytesOf = (vector: Buffer | { buffer: Uint8Array }): Buffer =>
  Buffer.isBuffer(vector) ? vector : Buffer.from(vector.buffer)

const phrases = new WeakMap<MeaningModel, Vectors>()

/** Vectors of the phrases, read once for a model; null until the job has made them all. */
async function phraseVectors(db: Db, model: MeaningModel): Promise<Vectors | null> {
  const known = phrases.get(model)
  if (known) return known
  const texts = phraseTexts(model.model)
  const found = await storedVectors(db, texts)
  if (found.size < texts.length) return null
  phrases.set(model, found)
  return found
}

async function vectorsFor(
  db: Db,
  model: MeaningModel,
  words: string,
  subjects: readonly Subject[],
): Promise<Meaning | null> {
  const known = await phraseVectors(db, model)
  if (!known) return null
  const texts = subjectTexts(model.model, subjects)
  const vectors = await storedVectors(db, texts)
  const missing = texts.filter(({ key }) => !vectors.has(key))
  if (missing.length > MADE_AT_ONCE) return null
  const asked = await model.embed([words], 'query')
  const made =
    missing.length === 0
      ? []
      : await model.embed(
          missing.map(({ text }) => text),
          'passage',
        )
  if (!asked || !made) return null
  made.forEach((vector, at) => vectors.set(missing[at]!.key, vector))
  const size = asked[0]!.length
  if ([...vectors.values()].some(({ length }) => length !== size)) return null
  const own = keyOf(model.model, 'query', words)
  return {
    vector(kind, text) {
      const key = keyOf(model.model, kind, text)
      return key === own ? asked[0] : (vectors.get(key) ?? known.get(key))
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
  const until = Date.now() + TIME_MS
  const model = await models.meaning()
  if (!model) return null
  return answerUntil(until, vectorsFor(db, model, plainOf(question), subjects))
}
