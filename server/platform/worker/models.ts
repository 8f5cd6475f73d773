import type { NameModel } from '@server/domain/privacy'
import type { PictureReader } from '@server/documents/privacy/context'
import { type EmbeddingService, openEmbeddings } from './inference/embeddings'
import { type NameService, openNames } from './inference/names'
import { type EmbeddingsAddress, remoteEmbeddings } from './inference/remoteEmbeddings'
import { openPictures, type PictureProcess } from './ocr/pictures'
import { LOW_PRIORITY } from './priority'

/** What was asked of a model since the start. */
interface ModelCounts {
  waiting: number
  answered: number
  failed: number
  seconds: number
}

/** A model of meaning, with the name that its vectors are stored under. */
export type MeaningModel = Pick<EmbeddingService, 'model' | 'embed'>

/** Local models of the server; what is null does not run here, and rules and people do without it. */
export interface Models {
  /** Finds persons' names. */
  names(): Promise<NameModel | null>
  /** Reads the text of pictures. */
  pictures(): PictureReader | null
  /** Gives texts vectors of their meaning. */
  meaning(): Promise<MeaningModel | null>
  counts(): { names: ModelCounts; pictures: ModelCounts; meaning: ModelCounts }
  close(): Promise<void>
}

/** Milliseconds for the names of one text, waiting included; the rules are alone then. */
const NAMES_MS = 15_000

/** Waits for an answer until a moment, ms since 1970; null when it is over. */
export async function answerUntil<T>(moment: number, answer: Promise<T | null>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>(resolve => {
    timer = setTimeout(() => resolve(null), Math.max(0, moment - Date.now()))
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}

const noCounts = (): ModelCounts => ({ waiting: 0, answered: 0, failed: 0, seconds: 0 })

/** Rules and people alone. */
export const NO_MODELS: Models = {
  names: () => Promise.resolve(null),
  pictures: () => null,
  meaning: () => Promise.resolve(null),
  counts: () => ({ names: noCounts(), pictures: noCounts(), meaning: noCounts() }),
  close: () => Promise.resolve(),
}

/** Counts the answers of a model, which answers null where it could not. */
const counted =
  <Asked, Answer>(ask: (asked: Asked) => Promise<Answer | null>, counts: ModelCounts) =>
  async (asked: Asked): Promise<Answer | null> => {
    const started = performance.now()
    const answer = await ask(asked)
    counts.seconds += (performance.now() - started) / 1000
    if (answer === null) counts.failed += 1
    else counts.answered += 1
    return answer
  }

interface Opening {
  names(): Promise<NameService | { missing: string }>
  pictures(): Pick<PictureProcess, 'read' | 'waiting' | 'close'> | { missing: string }
  meaning(): Promise<EmbeddingService | { missing: string }>
}

/** What is installed; vectors come from a server where one is named. */
export const installed = (embeddings?: EmbeddingsAddress): Opening => ({
  names: openNames,
  pictures: () => openPictures({ nice: LOW_PRIORITY }),
  meaning: () => (embeddings ? Promise.resolve(remoteEmbeddings(embeddings)) : openEmbeddings()),
})

/** Opens the models that are installed: thread and process start with the first request and end when idle. */
export function openModels(open = installed()): Models {
  const counts = { names: noCounts(), pictures: noCounts(), meaning: noCounts() }
  const reader = open.pictures()
  const pictures = 'missing' in reader ? null : reader
  let names: NameService | null = null
  let opening: Promise<NameModel | null> | undefined
  const openNamesOnce = async () => {
    const found = await open.names()
    if ('missing' in found) return null
    names = found
    const ask: NameModel = texts => answerUntil(Date.now() + NAMES_MS, found.model(texts))
    return counted(ask, counts.names)
  }
  let meant: EmbeddingService | null = null
  let openingMeaning: Promise<MeaningModel | null> | undefined
  const openMeaningOnce = async (): Promise<MeaningModel | null> => {
    const found = await open.meaning()
    if ('missing' in found) return null
    meant = found
    const { model, embed } = found
    const ask = counted(([texts, kind]: Parameters<typeof embed>) => embed(texts, kind), counts.meaning)
    return { model, embed: (...asked) => ask(asked) }
  }
  return {
    meaning: () => (openingMeaning ??= openMeaningOnce().catch(() => null)),
    names: () => (opening ??= openNamesOnce().catch(() => null)),
    pictures: () => pictures && counted(pictures.read, counts.pictures),
    counts: () => ({
      names: { ...counts.names, waiting: names?.waiting() ?? 0 },
      pictures: { ...counts.pictures, waiting: pictures?.waiting ?? 0 },
      meaning: { ...counts.meaning, waiting: meant?.waiting() ?? 0 },
    }),
    close: async () => {
      pictures?.close()
      await names?.close()
      await meant?.close()
    },
  }
}
