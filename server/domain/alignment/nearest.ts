/** Vectors of questions. */
interface Vectors {
  vector(kind: 'query', text: string): Float32Array | undefined
}

/** Texts with their vectors, arranged so that the nearest ones of many are found without a look at each. */
export interface NearestIndex {
  /** Places of the texts, in the order in which they were given, with their likeness to the vector; the nearest of them. */
  near(vector: Float32Array): { at: number; likeness: number }[]
}

/** Likeness of two vectors of length 1, of whatever size a model gives them. */
export function dot(one: Float32Array, other: Float32Array): number {
  let [a, b, c, d] = [0, 0, 0, 0]
  let at = 0
  for (const end = one.length - (one.length % 4); at < end; at += 4) {
    a += one[at]! * other[at]!
    b += one[at + 1]! * other[at + 1]!
    c += one[at + 2]! * other[at + 2]!
    d += one[at + 3]! * other[at + 3]!
  }
  for (; at < one.length; at++) a += one[at]! * other[at]!
  return a + b + c + d
}

/** Numbers of a vector whose signs are kept in one word. */
const BITS = 32
/** Texts that are compared in full: those whose signs agree most. */
const COMPARED = 700

function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Writes on which side of the middle each number of a vector is. */
function writeSigns(words: Uint32Array, from: number, vector: Float32Array, middle: Float32Array): void {
  for (let at = 0; at < vector.length; at++) {
    if (vector[at]! > middle[at]!) words[from + (at >>> 5)]! |= 1 << (at & 31)
  }
}

function middleOf(vectors: readonly Float32Array[]): Float32Array {
  const middle = new Float32Array(vectors[0]?.length ?? 0)
  for (const vector of vectors) for (let at = 0; at < middle.length; at++) middle[at]! += vector[at]!
  return middle.map(sum => sum / vectors.length)
}

/** The least distance within which there are enough texts. */
function reach(distances: Uint16Array, most: number): number {
  const counts = new Uint32Array(most + 1)
  for (const distance of distances) counts[distance]! += 1
  let [within, sum] = [0, counts[0]!]
  while (within < most && sum < COMPARED) sum += counts[++within]!
  return within
}

function indexOf(vectors: readonly (Float32Array | undefined)[]): NearestIndex {
  const places = [...vectors.keys()].filter(at => vectors[at])
  const known = places.map(at => vectors[at]!)
  const middle = middleOf(known)
  const width = Math.ceil(middle.length / BITS)
  const signs = new Uint32Array(known.length * width)
  known.forEach((vector, at) => writeSigns(signs, at * width, vector, middle))
  const distances = new Uint16Array(known.length)
  return {
    near(vector) {
      const own = new Uint32Array(width)
      writeSigns(own, 0, vector, middle)
      for (let at = 0, from = 0; at < known.length; at++) {
        let apart = 0
        for (let word = 0; word < width; word++) apart += ones(own[word]! ^ signs[from++]!)
        distances[at] = apart
      }
      const within = reach(distances, middle.length)
      const found: { at: number; likeness: number }[] = []
      distances.forEach((apart, at) => {
        if (apart <= within) found.push({ at: places[at]!, likeness: dot(vector, known[at]!) })
      })
      return found
    },
  }
}

const made = new WeakMap<Vectors, NearestIndex>()

/** The index of texts that are always the same, once for the vectors of a model. */
export function nearestIndex(meaning: Vectors, texts: readonly string[]): NearestIndex {
  const known = made.get(meaning)
  if (known) return known
  const index = indexOf(texts.map(text => meaning.vector('query', text)))
  made.set(meaning, index)
  return index
}
