import { halfFloat } from './halfFloat'
import type { ModelFile } from './modelFile'

/** Protocol buffers, as much of them as an ONNX ModelProto needs. */
function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, BigInt(value))
  do {
    const low = Number(rest & 127n)
    rest >>= 7n
    bytes.push(rest ? low | 128 : low)
  } while (rest)
  return Buffer.from(bytes)
}
const int = (field: number, value: number) => Buffer.concat([varint(field << 3), varint(value)])
function bytes(field: number, value: Buffer | string): Buffer {
  const data = typeof value === 'string' ? Buffer.from(value) : value
  return Buffer.concat([varint((field << 3) | 2), varint(data.length), data])
}
function float(value: number): Buffer {
  const data = Buffer.alloc(4)
  data.writeFloatLE(value)
  return data
}

type Attribute = number | readonly number[] | { float: number }

const ATTRIBUTE = { float: 1, int: 2, ints: 7 } as const

function attribute(name: string, value: Attribute): Buffer {
  if (typeof value === 'number') {
    return bytes(5, Buffer.concat([bytes(1, name), int(3, value), int(20, ATTRIBUTE.int)]))
  }
  if ('float' in value) {
    const data = Buffer.concat([varint((2 << 3) | 5), float(value.float)])
    return bytes(5, Buffer.concat([bytes(1, name), data, int(20, ATTRIBUTE.float)]))
  }
  const list = value.map(one => int(8, one))
  return bytes(5, Buffer.concat([bytes(1, name), ...list, int(20, ATTRIBUTE.ints)]))
}

const FLOAT = 1
const BYTE = 2
const LONG = 7

const initializer = (name: string, type: number, dims: readonly number[], data: Buffer) =>
  bytes(5, Buffer.concat([...dims.map(one => int(1, one)), int(2, type), bytes(8, name), bytes(9, data)]))

const dimension = (one: number | string) => bytes(1, typeof one === 'string' ? bytes(2, one) : int(1, one))

function value(name: string, dims: readonly (number | string)[]): Buffer {
  const tensor = Buffer.concat([int(1, FLOAT), bytes(2, Buffer.concat(dims.map(dimension)))])
  return Buffer.concat([bytes(1, name), bytes(2, bytes(1, tensor))])
}

/** Collects the nodes and constants of a graph. */
class Graph {
  readonly parts: Buffer[] = []
  readonly constants: Buffer[] = []

  node(
    op: string,
    inputs: readonly string[],
    output: string,
    attributes: Record<string, Attribute> = {},
    domain = '',
  ) {
    const made = Object.entries(attributes).map(([name, one]) => attribute(name, one))
    const from = inputs.map(one => bytes(1, one))
    const of = domain ? [bytes(7, domain)] : []
    this.parts.push(bytes(1, Buffer.concat([...from, bytes(2, output), bytes(4, op), ...made, ...of])))
  }
  floats(name: string, dims: readonly number[], data: Buffer) {
    this.constants.push(initializer(name, FLOAT, dims, data))
  }
  longs(name: string, list: readonly number[]) {
    const data = Buffer.alloc(8 * list.length)
    list.forEach((one, at) => data.writeBigInt64LE(BigInt(one), 8 * at))
    this.constants.push(initializer(name, LONG, [list.length], data))
  }
  blocks(name: string, dims: readonly number[], data: Buffer) {
    this.constants.push(initializer(name, BYTE, dims, data))
  }
}

const BLOCK = 32
const BLOCK_BYTES = 18
const CONTRIB = 'com.microsoft'

/** Q4_0 blocks keep weights j and j + 16 in one byte; MatMulNBits wants 2j and 2j + 1, and the scales apart. */
function unpackBlocks(data: Buffer, count: number): { weights: Buffer; scales: Buffer } {
  const weights = Buffer.alloc(count * 16)
  const scales = Buffer.alloc(count * 4)
  for (let block = 0; block < count; block++) {
    const from = block * BLOCK_BYTES
    scales.writeFloatLE(halfFloat(data.readUInt16LE(from)), 4 * block)
    const weight = (at: number) => (at < 16 ? data[from + 2 + at]! & 15 : data[from + 2 + at - 16]! >> 4)
    for (let at = 0; at < 16; at++) weights[block * 16 + at] = weight(2 * at) | (weight(2 * at + 1) << 4)
  }
  return { weights, scales }
}

function addGraph(graph: Graph, model: ModelFile): void {
  const { hidden, heads, layers } = model
  const tensor = (name: string) => {
    const found = model.tensors.get(name)
    if (!found) throw new Error(`the weights lack ${name}`)
    return found
  }
  const multiply = (
    input: string,
    name: string,
    [rows, columns]: readonly [number, number],
    output: string,
  ) => {
    const { weights, scales } = unpackBlocks(tensor(`${name}.w`), (rows * columns) / BLOCK)
    graph.blocks(`${name}.B`, [rows, columns / BLOCK, 16], weights)
    graph.floats(`${name}.S`, [(rows * columns) / BLOCK], scales)
    graph.floats(`${name}.b`, [rows], tensor(`${name}.b`))
    const shape = { K: columns, N: rows, bits: 4, block_size: BLOCK, accuracy_level: 4 }
    graph.node('MatMulNBits', [input, `${name}.B`, `${name}.S`], `${output}.m`, shape, CONTRIB)
    graph.node('Add', [`${output}.m`, `${name}.b`], output)
  }
  const normalise = (input: string, name: string, output: string) => {
    graph.floats(`${name}.w`, [hidden], tensor(`${name}.w`))
    graph.floats(`${name}.b`, [hidden], tensor(`${name}.b`))
    const options = { axis: -1, epsilon: { float: model.epsilon } }
    graph.node('LayerNormalization', [input, `${name}.w`, `${name}.b`], output, options)
  }
  const head = (layer: string, input: string, part: 'q' | 'k' | 'v') => {
    const name = `${layer}${part}`
    multiply(input, name, [hidden, hidden], name)
    graph.node('Reshape', [name, 'split'], `${name}4`)
    graph.node('Transpose', [`${name}4`], `${name}t`, { perm: part === 'k' ? [0, 2, 3, 1] : [0, 2, 1, 3] })
  }
  const addLayer = (layer: string, input: string) => {
    for (const part of ['q', 'k', 'v'] as const) head(layer, input, part)
    graph.node('MatMul', [`${layer}qt`, `${layer}kt`], `${layer}s`)
    graph.node('Mul', [`${layer}s`, 'scale'], `${layer}s1`)
    graph.node('Add', [`${layer}s1`, 'bias'], `${layer}s2`)
    graph.node('Softmax', [`${layer}s2`], `${layer}p`, { axis: -1 })
    graph.node('MatMul', [`${layer}p`, `${layer}vt`], `${layer}c`)
    graph.node('Transpose', [`${layer}c`], `${layer}ct`, { perm: [0, 2, 1, 3] })
    graph.node('Reshape', [`${layer}ct`, 'join'], `${layer}cj`)
    multiply(`${layer}cj`, `${layer}ao`, [hidden, hidden], `${layer}a`)
    graph.node('Add', [input, `${layer}a`], `${layer}ar`)
    normalise(`${layer}ar`, `${layer}aln`, `${layer}x1`)
    multiply(`${layer}x1`, `${layer}fi`, [model.inner, hidden], `${layer}f`)
    graph.node('Gelu', [`${layer}f`], `${layer}g`, {}, CONTRIB)
    multiply(`${layer}g`, `${layer}fo`, [hidden, model.inner], `${layer}h`)
    graph.node('Add', [`${layer}x1`, `${layer}h`], `${layer}hr`)
    normalise(`${layer}hr`, `${layer}oln`, `${layer}x`)
    return `${layer}x`
  }
  graph.longs('split', [0, 0, heads, hidden / heads])
  graph.longs('join', [0, 0, hidden])
  graph.longs('ax12', [1, 2])
  graph.longs('ax1', [1])
  graph.floats('scale', [], float(1 / Math.sqrt(hidden / heads)))
  graph.floats('one', [], float(1))
  graph.floats('far', [], float(-1e4))
  graph.node('Sub', ['one', 'mask'], 'inv')
  graph.node('Mul', ['inv', 'far'], 'bias2')
  graph.node('Unsqueeze', ['bias2', 'ax12'], 'bias')
  normalise('emb', 'emb.ln', 'x0')
  let last = 'x0'
  for (let layer = 0; layer < layers; layer++) last = addLayer(`l${layer}.`, last)
  graph.node('Unsqueeze', ['mask', 'ax1'], 'mask3')
  graph.node('MatMul', ['mask3', last], 'sum')
}

/**
 * Makes the ONNX model: inputs `emb` [b, l, hidden] and `mask` [b, l], output `sum` [b, 1, hidden], the sum over the tokens
 * of the mask. Weights stay in 4 bits.
 */
export function onnxGraphOf(model: ModelFile): Buffer {
  const graph = new Graph()
  addGraph(graph, model)
  const ends = [
    bytes(11, value('emb', ['b', 'l', model.hidden])),
    bytes(11, value('mask', ['b', 'l'])),
    bytes(12, value('sum', ['b', 1, model.hidden])),
  ]
  const body = Buffer.concat([...graph.parts, bytes(2, 'e5'), ...graph.constants, ...ends])
  const contrib = bytes(8, Buffer.concat([bytes(1, CONTRIB), int(2, 1)]))
  return Buffer.concat([int(1, 8), bytes(7, body), bytes(8, int(2, 17)), contrib])
}
