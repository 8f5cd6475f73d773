import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import sharp from 'sharp'
import type { PictureBox, ReadPicture } from '@server/documents/privacy/context'
import { rulesOf } from '@server/documents/grid/straight'
import { loadRuntime, SESSION_OPTIONS } from '../inference/runtime'
import { cropLine, cutAtRules, HEIGHT, type Line, type Pixels } from './crop'
import { type Point, type Quad, quadsOf } from './geometry'
import { OCR_PACKAGE } from './packageName'

export type ReadPixels = (bytes: Buffer) => Promise<ReadPicture>

/** Longer side for the search of lines, pixels. */
const SIDE = 1536
/** Pixels that are decoded at all, and those that are read; a larger picture is refused, or made smaller. */
const MOST_PIXELS = 80_000_000
const READ_PIXELS = 24_000_000
const GRID = 32
const MEAN = [0.485, 0.456, 0.406] as const
const SPREAD = [0.229, 0.224, 0.225] as const
const LEAST_SCORE = 0.5
const BATCH = 8
const BATCH_WIDTH = 3000

const OPTIONS = { ...SESSION_OPTIONS, enableCpuMemArena: false }

/** @throws Error for a picture that is broken or too large */
async function decode(bytes: Buffer): Promise<Pixels> {
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'none' }).rotate()
  const { width, height } = await picture.metadata()
  const many = width * height
  if (many > MOST_PIXELS) throw new Error('the picture is too large')
  const fitted = many > READ_PIXELS ? picture.resize({ width: Math.round(width * Math.sqrt(READ_PIXELS / many)) }) : picture // prettier-ignore
  const { data, info } = await fitted
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

const turned = async ({ data, width, height }: Pixels, angle: number): Promise<Pixels> => {
  const { data: made, info } = await sharp(data, { raw: { width, height, channels: 3 } })
    .rotate(angle)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: made, width: info.width, height: info.height }
}

/** Loads both models and the characters. @throws Error where a package is missing */
export async function loadPictureReader(): Promise<ReadPixels> {
  const require = createRequire(__filename)
  const folder = path.join(path.dirname(require.resolve(OCR_PACKAGE)), 'assets')
  const { InferenceSession, Tensor } = loadRuntime()
  const [finder, recogniser, words] = await Promise.all([
    InferenceSession.create(path.join(folder, 'ch_PP-OCRv4_det_infer.onnx'), OPTIONS),
    InferenceSession.create(path.join(folder, 'ch_PP-OCRv4_rec_infer.onnx'), OPTIONS),
    readFile(path.join(folder, 'ppocr_keys_v1.txt'), 'utf8'),
  ])
  const characters = [
    '',
    ...words
      .trimEnd()
      .split('\n')
      .map(line => line.replace(/\r$/, '')),
    ' ',
  ]

  async function find({ data, width, height }: Pixels): Promise<Quad[]> {
    const scale = Math.min(1, SIDE / Math.max(width, height))
    const [w, h] = [width, height].map(side => Math.max(GRID, Math.round((side * scale) / GRID) * GRID)) as [number, number] // prettier-ignore
    const small = await sharp(data, { raw: { width, height, channels: 3 } }).resize(w, h, { fit: 'fill' }).raw().toBuffer() // prettier-ignore
    const planes = new Float32Array(3 * w * h)
    for (let colour = 0; colour < 3; colour += 1) {
      for (let at = 0; at < w * h; at += 1) {
        planes[colour * w * h + at] = (small[3 * at + 2 - colour]! / 255 - MEAN[colour]!) / SPREAD[colour]!
      }
    }
    const output = await finder.run({ [finder.inputNames[0]!]: new Tensor('float32', planes, [1, 3, h, w]) })
    const scaled = ([x, y]: Point): Point => [(x * width) / w, (y * height) / h]
    return quadsOf(output[finder.outputNames[0]!]!.data, w).map(quad => quad.map(scaled) as unknown as Quad)
  }

  /** The likeliest character of each step, without repeats and blanks. */
  function textAt(data: Float32Array, from: number, steps: number, count: number) {
    let [text, sum, seen, last] = ['', 0, 0, 0]
    for (let at = 0; at < steps; at += 1) {
      const row = data.subarray(from + at * count, from + (at + 1) * count)
      const best = row.reduce((most, score, one) => (score > row[most]! ? one : most), 0)
      if (best > 0 && best !== last) {
        text += characters[best] ?? ''
        sum += row[best]!
        seen += 1
      }
      last = best
    }
    return { text, score: seen > 0 ? sum / seen : 0 }
  }

  async function readBatch(lines: readonly Line[]) {
    const width = Math.max(...lines.map(line => line.width))
    const planes = new Float32Array(lines.length * 3 * HEIGHT * width)
    lines.forEach((line, of) => {
      for (let row = 0; row < 3 * HEIGHT; row += 1) {
        planes.set(line.planes.subarray(row * line.width, (row + 1) * line.width), (of * 3 * HEIGHT + row) * width) // prettier-ignore
      }
    })
    const input = new Tensor('float32', planes, [lines.length, 3, HEIGHT, width])
    const output = await recogniser.run({ [recogniser.inputNames[0]!]: input })
    const { data, dims } = output[recogniser.outputNames[0]!]!
    const [, steps, count] = dims as [number, number, number]
    return lines.map((_, of) => textAt(data, of * steps * count, steps, count))
  }

  /** Reads lines in batches of like width: memory grows with the widest of a batch. */
  async function read(pixels: Pixels, quads: readonly Quad[]): Promise<PictureBox[]> {
    const lines = quads.map(quad => ({ quad, line: cropLine(pixels, quad) })).sort((a, b) => a.line.width - b.line.width) // prettier-ignore
    const boxes: PictureBox[] = []
    for (let at = 0; at < lines.length;) {
      let size = 1
      while (size < BATCH && at + size < lines.length && lines[at + size]!.line.width * (size + 1) <= BATCH_WIDTH) size += 1 // prettier-ignore
      const batch = lines.slice(at, at + size)
      const texts = await readBatch(batch.map(({ line }) => line))
      texts.forEach((text, of) => boxes.push({ ...text, quad: batch[of]!.quad }))
      at += size
    }
    return boxes.filter(({ text, score }) => text.trim() !== '' && score >= LEAST_SCORE)
  }

  const readPixels = async (pixels: Pixels, quads: readonly Quad[]): Promise<ReadPicture> => ({
    width: pixels.width,
    height: pixels.height,
    boxes: await read(
      pixels,
      quads.flatMap(quad => cutAtRules(pixels, quad)),
    ),
  })

  return async bytes => {
    const pixels = await decode(bytes)
    const quads = await find(pixels)
    const first = await readPixels(pixels, quads)
    const seen = new Map<ReadPicture, Pixels>([[first, pixels]])
    const page = best(first, await otherTurns(pixels, quads, first), isSideways(quads) ? STRIPS : 1)
    return { ...page, rules: rulesOf(page, seen.get(page)!.data) }

    async function otherTurns(given: Pixels, found: readonly Quad[], upright: ReadPicture) {
      if (found.length === 0 || (isSure(upright) && isUpright(found, upright))) return []
      const angles = isSideways(found) ? [90, 270] : [180]
      const reads: ReadPicture[] = []
      for (const angle of angles) {
        const again = await turned(given, angle)
        const page = { ...(await readPixels(again, await find(again))), angle }
        seen.set(page, again)
        reads.push(page)
      }
      return reads
    }
  }
}

const SURE_MEAN = 0.88
const letters = ({ boxes }: ReadPicture): number => boxes.reduce((sum, { text }) => sum + text.length, 0)
/** Letters by how surely each was read. */
const worth = ({ boxes }: ReadPicture): number => boxes.reduce((sum, { text, score }) => sum + text.length * (score - LEAST_SCORE), 0) // prettier-ignore
const best = (first: ReadPicture, others: readonly ReadPicture[], share: number): ReadPicture =>
  others.reduce(
    ([most, top], one): [ReadPicture, number] => (worth(one) > top ? [one, worth(one)] : [most, top]),
    [first, share * worth(first)] as [ReadPicture, number],
  )[0]

/** What a page read from upright strips is worth against the same page turned: its lines and places are not in order. */
const STRIPS = 0.7

/** True for a page that was read well as it is. */
const isSure = (page: ReadPicture): boolean =>
  letters(page) > 0 && worth(page) / letters(page) + LEAST_SCORE >= SURE_MEAN

const FEWEST_READ = 0.5

/** False where many lines were found and could not be read, or most are upright strips: another turn may read them. */
const isUpright = (found: readonly Quad[], { boxes }: ReadPicture): boolean =>
  !isSideways(found) && boxes.length >= FEWEST_READ * found.length

/** True where most lines are upright strips: the page is turned on its side. */
function isSideways(quads: readonly Quad[]): boolean {
  const long = quads.map(([a, b, , d]) => [Math.hypot(b[0] - a[0], b[1] - a[1]), Math.hypot(d[0] - a[0], d[1] - a[1])] as const) // prettier-ignore
  const upright = long.filter(([w, h]) => h > 1.5 * w).length
  const level = long.filter(([w, h]) => w > 1.5 * h).length
  return upright > level
}
