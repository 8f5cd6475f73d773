import path from 'node:path'
import type { TextKind } from './embedder'
import { modelsFolder } from '@server/platform/config/modelsFolder'
import { findModel, MODEL_NAME } from './models'
import { InferenceThread } from './thread'
import { meaningOf, VectorFile } from './vectorFile'

/** Texts of one request to the model: about a second of work. */
const AT_ONCE = 128
/** Milliseconds for all that is missing; what was made by then is kept, and the next call goes on from there. */
const TIME_MS = 150_000
const REQUEST_MS = 60_000

export type Prepared = { meaning: ReturnType<typeof meaningOf> } | { missing: string }

const inTurns = (texts: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(texts.length / AT_ONCE) }, (_, at) =>
    texts.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  )

async function embedMissing(
  thread: InferenceThread,
  vectors: VectorFile,
  texts: Readonly<Record<TextKind, readonly string[]>>,
): Promise<void> {
  const until = Date.now() + TIME_MS
  for (const kind of ['passage', 'query'] as const) {
    const missing = texts[kind].filter(text => !vectors.find(kind, text)).sort((a, b) => a.length - b.length)
    for (const some of inTurns(missing)) {
      if (Date.now() > until) throw new Error('out of time')
      await vectors.keep(kind, some, await thread.embed(some, kind))
    }
  }
}

/**
 * Vectors of the texts, from the file next to the model or made now; a sentence instead where the rules must do. `program`:
 * of the model's thread, where it is not next to this one.
 */
export async function prepareMeaning(
  texts: Readonly<Record<TextKind, readonly string[]>>,
  folder = modelsFolder(),
  program?: string,
): Promise<Prepared> {
  const model = await findModel('e5', folder)
  if ('missing' in model) return { missing: `${model.missing}，按规则比对。` }
  const vectors = await VectorFile.open(path.join(folder, 'vectors.bin'), MODEL_NAME)
  const place = path.join(model.folder, 'e5-small-q4.bin')
  const thread = new InferenceThread({ embeddings: place }, { time: REQUEST_MS, program })
  try {
    await embedMissing(thread, vectors, texts)
    return { meaning: meaningOf(vectors) }
  } catch {
    return { missing: '模型这次没有算完，按规则比对；再运行一次会接着算。' }
  } finally {
    await thread.close()
  }
}
