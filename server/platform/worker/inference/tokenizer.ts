import type { Tokens } from './modelFile'

const BLANK = 32

function normalised(text: string, { normal }: Tokens): string[] {
  const points: number[] = [BLANK]
  for (const char of text) {
    const point = char.codePointAt(0)!
    for (const one of normal.get(point) ?? [point]) {
      if (one !== BLANK || points.at(-1) !== BLANK) points.push(one)
    }
  }
  return points.map(point => (point === BLANK ? '\u2581' : String.fromCodePoint(point)))
}

/** Splits a text into the likeliest pieces (Viterbi over unigram scores) and returns their ids. */
export function tokenize(text: string, tokens: Tokens): number[] {
  const chars = normalised(text, tokens)
  const best = new Float32Array(chars.length + 1).fill(-1e30)
  const ids = new Int32Array(chars.length + 1)
  const from = new Int32Array(chars.length + 1)
  best[0] = 0
  const enter = (start: number, end: number, id: number, score: number) => {
    if (best[start]! + score <= best[end]!) return
    best[end] = best[start]! + score
    ids[end] = id
    from[end] = start
  }
  for (let start = 0; start < chars.length; start++) {
    let piece = ''
    for (let end = start + 1; end <= Math.min(chars.length, start + tokens.longest); end++) {
      piece += chars[end - 1]!
      const id = tokens.pieces.get(piece)
      if (id !== undefined && id !== tokens.unknown) enter(start, end, id, tokens.scores[id]!)
    }
    enter(start, start + 1, tokens.unknown, tokens.unknownScore)
  }
  const found: number[] = []
  for (let at = chars.length; at > 0; at = from[at]!) found.push(ids[at]!)
  return found.reverse()
}
