import { halfFloat } from './halfFloat'
import { floatsOf, type ModelFile, readModelFile } from './modelFile'
import { onnxGraphOf } from './onnxGraph'
import { loadRuntime, SESSION_OPTIONS } from './runtime'
import { tokenize } from './tokenizer'

/** What is asked and what is found have different prefixes in the training of e5. */
export type TextKind = 'query' | 'passage'

export interface Embedder {
  /** Unit vectors in the order of the texts. */
  embed(texts: readonly string[], kind: TextKind): Promise<Float32Array[]>
}

const BATCH = 16

/** De-quantises the embedding rows of a batch and adds position and type. */
function inputsOf(batch: readonly number[][], { tensors, hidden }: ModelFile) {
  const words = tensors.get('emb.word')!
  const positions = floatsOf(tensors.get('emb.pos')!)
  const types = floatsOf(tensors.get('emb.type')!)
  const length = Math.max(...batch.map(ids => ids.length))
  const emb = new Float32Array(batch.length * length * hidden)
  const mask = new Float32Array(batch.length * length)
  batch.forEach((ids, row) =>
    ids.forEach((id, token) => {
      mask[row * length + token] = 1
      const at = (row * length + token) * hidden
      addWord(emb.subarray(at, at + hidden), words, id)
      for (let one = 0; one < hidden; one++) emb[at + one]! += positions[token * hidden + one]! + types[one]!
    }),
  )
  return { emb, mask, length }
}

function addWord(into: Float32Array, words: Buffer, id: number): void {
  const blocks = into.length / 32
  for (let block = 0; block < blocks; block++) {
    const from = (id * blocks + block) * 18
    const scale = halfFloat(words.readUInt16LE(from))
    for (let at = 0; at < 16; at++) {
      const pair = words[from + 2 + at]!
      into[32 * block + at] = ((pair & 15) - 8) * scale
      into[32 * block + at + 16] = ((pair >> 4) - 8) * scale
    }
  }
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, one) => sum + one * one, 0)) || 1
  return vector.map(one => one / length)
}

/** Loads the weights. @throws Error when the runtime is missing or the file is not the model */
export async function loadEmbedder(file: string): Promise<Embedder> {
  const runtime = loadRuntime()
  const model = await readModelFile(file)
  const session = await runtime.InferenceSession.create(onnxGraphOf(model), SESSION_OPTIONS)
  const { tokens, hidden, positions } = model
  const run = async (batch: readonly number[][]) => {
    const { emb, mask, length } = inputsOf(batch, model)
    const { sum } = await session.run({
      emb: new runtime.Tensor('float32', emb, [batch.length, length, hidden]),
      mask: new runtime.Tensor('float32', mask, [batch.length, length]),
    })
    return batch.map((_, row) => unit(sum!.data.slice(row * hidden, (row + 1) * hidden)))
  }
  return {
    async embed(texts, kind) {
      const ids = texts.map(text => [
        tokens.begin,
        ...tokenize(`${kind}: ${text}`, tokens).slice(0, positions - 2),
        tokens.end,
      ])
      const order = [...ids.keys()].sort((a, b) => ids[a]!.length - ids[b]!.length)
      const found = new Array<Float32Array>(texts.length)
      for (let from = 0; from < order.length; from += BATCH) {
        const places = order.slice(from, from + BATCH)
        const vectors = await run(places.map(at => ids[at]!))
        places.forEach((place, at) => (found[place] = vectors[at]!))
      }
      return found
    },
  }
}
