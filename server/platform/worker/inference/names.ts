import path from 'node:path'
import { LRUCache } from 'lru-cache'
import type { NameModel } from '@server/domain/privacy'
import { modelsFolder } from '@server/platform/config/modelsFolder'
import type { NameSpan } from './lac'
import { findModel } from './models'
import { InferenceThread } from './thread'

/** Characters that the model reads at once. */
const LONGEST = 400
/** Pieces of one request to the thread. */
const AT_ONCE = 64
const KEPT = 4_000
const REQUEST_MS = 60_000
const SENTENCE_END = /[。！？；\n]/

interface Piece {
  /** Which of the texts. */
  of: number
  /** Offset in the text. */
  from: number
  text: string
}

/** Cuts a text after ends of sentences; a sentence that is too long is cut where it must be. */
function piecesOf(text: string, of: number): Piece[] {
  const pieces: Piece[] = []
  for (let from = 0; from < text.length;) {
    const most = text.slice(from, from + LONGEST)
    const end = [...most].length === 0 ? 0 : lastEnd(most)
    const size = from + LONGEST >= text.length ? most.length : end
    pieces.push({ of, from, text: text.slice(from, from + size) })
    from += size
  }
  return pieces
}

function lastEnd(text: string): number {
  for (let at = text.length - 1; at > 0; at -= 1) if (SENTENCE_END.test(text[at]!)) return at + 1
  return text.length
}

export interface NameService {
  model: NameModel
  /** Requests that wait or run. */
  waiting(): number
  close(): Promise<void>
}

const isSpan = ({ start, end }: NameSpan, { length }: string): boolean =>
  Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length

/** Whether each text has its spans, and each span is in its text. */
const areSpans = (names: readonly NameSpan[][], texts: readonly string[]): boolean =>
  names.length === texts.length && texts.every((text, at) => names[at]!.every(span => isSpan(span, text)))

async function askPieces(thread: InferenceThread, pieces: readonly Piece[]): Promise<NameSpan[][]> {
  const found: NameSpan[][] = []
  for (let at = 0; at < pieces.length; at += AT_ONCE) {
    const texts = pieces.slice(at, at + AT_ONCE).map(({ text }) => text)
    const names = await thread.names(texts)
    if (!areSpans(names, texts)) throw new Error('the model answered nonsense')
    found.push(...names)
  }
  return found
}

/**
 * Opens the model of names: its thread starts with the first text. A sentence instead where it is missing: the rules run
 * then.
 */
export async function openNames(
  folder = modelsFolder(),
  program?: string,
): Promise<NameService | { missing: string }> {
  const found = await findModel('lac', folder)
  if ('missing' in found) return { missing: `${found.missing}，姓名按规则查找。` }
  const thread = new InferenceThread({ names: path.join(found.folder, 'lac') }, { time: REQUEST_MS, program })
  const kept = new LRUCache<string, NameSpan[]>({ max: KEPT })
  const model: NameModel = async texts => {
    const answers = new Map(texts.map(text => [text, kept.get(text) ?? null]))
    const open = [...answers].filter(([, names]) => names === null).map(([text]) => text)
    const pieces = open.flatMap((text, of) => piecesOf(text, of))
    try {
      const spans = await askPieces(thread, pieces)
      const found = open.map((): NameSpan[] => [])
      pieces.forEach(({ of, from }, at) => {
        found[of]!.push(
          ...(spans[at] ?? []).map(({ start, end }) => ({ start: start + from, end: end + from })),
        )
      })
      found.forEach((names, of) => {
        answers.set(open[of]!, names)
        kept.set(open[of]!, names)
      })
      return texts.map(text => answers.get(text) ?? [])
    } catch {
      return null
    }
  }
  return { model, waiting: () => thread.waiting, close: () => thread.close() }
}
