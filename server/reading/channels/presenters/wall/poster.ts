import sharp from 'sharp'
import { framed, type Piece, solid, type Style, toBottom, toRight, written } from './ink'
import { posterWords, type PosterWords } from './posterWords'
import { codeKind, codePng } from './code'
import type { WallNotice } from './types'

const [WIDTH, HEIGHT] = [1080, 1440]
const SIDE = 72
const TOP = 64
const BOTTOM = 56
const INNER = WIDTH - 2 * SIDE
const RIGHT = WIDTH - SIDE
const QR = 330
const BESIDE = { left: SIDE + QR + 44, width: INNER - QR - 44 }
const PAPER = '#f6f3ec'
const INK = '#1b1d1e'
const INK_2 = '#4e5458'
const ACCENT = '#0b5f66'
const SEAL = '#b3261e'
const RULE = '#ddd7cb'

const style = (size: number, fill: string, more: Partial<Style> = {}): Style => ({
  size,
  fill,
  width: INNER,
  ...more,
})

/** Nameplate 报头 with the double rule 文武线; returns where what follows begins. */
async function nameplate({ name, corner }: PosterWords): Promise<{ pieces: Piece[]; y: number }> {
  const base = TOP + 108
  const plate = await written(name, SIDE, TOP, style(104, INK, { font: 'song', width: 640 }))
  const lines = await Promise.all(
    corner.map(text => written(text, 0, 0, style(40, INK, { font: 'song', width: 300 }))),
  )
  const corners = lines.map((line, at) => toBottom(toRight(line, RIGHT), base - (lines.length - 1 - at) * 54))
  const rules = [await solid(SIDE, base + 28, INNER, 10, INK), await solid(SIDE, base + 44, INNER, 2, INK)]
  return { pieces: [toBottom(plate, base), ...corners, ...rules], y: base + 90 }
}

async function figurePieces({ figure }: PosterWords, y: number): Promise<{ pieces: Piece[]; y: number }> {
  if (!figure) return { pieces: [], y }
  const label = await written(figure.label, SIDE, y, style(40, INK_2))
  const base = y + 190
  const whole = toBottom(
    await written(figure.whole, SIDE, 0, style(136, INK, { font: 'bold', width: 700 })),
    base,
  )
  const pieces = [label, whole]
  let x = SIDE + whole.width + 8
  // A comma hangs below the digits' foot, and its neighbours do not.
  const foot = figure.whole.includes(',') ? base - 24 : base
  for (const [text, size, font] of [
    [figure.cents, 75, 'bold'],
    [figure.unit, 44, 'regular'],
  ] as const) {
    if (text === '') continue
    const piece = toBottom(await written(text, x, 0, style(size, INK, { font, width: RIGHT - x })), foot)
    pieces.push(piece)
    x += piece.width + 14
  }
  return { pieces, y: base + 34 }
}

async function sumPieces({ sums }: PosterWords, y: number): Promise<{ pieces: Piece[]; y: number }> {
  if (sums.length === 0) return { pieces: [], y }
  const column = (INNER - 48) / 2
  const made = await Promise.all(
    sums.map(async ({ label, text, share, hatched }, at) => {
      const left = SIDE + at * (column + 48)
      const pieces = [
        await written(label, left, y, style(36, INK_2, { width: column })),
        await written(text, left, y + 52, style(54, INK, { font: 'bold', width: column })),
      ]
      if (share === null) return pieces
      const bar = { left, top: y + 124, width: Math.max(8, column * share), height: 24 }
      const drawn = hatched
        ? await framed(bar, INK, 3, true)
        : await solid(left, bar.top, bar.width, 24, ACCENT)
      return [...pieces, drawn]
    }),
  )
  return { pieces: made.flat(), y: y + (sums.some(({ share }) => share !== null) ? 182 : 140) }
}

async function sentencePieces(
  { figure, sentences }: PosterWords,
  top: number,
  bottom: number,
): Promise<Piece[]> {
  const pieces = [await solid(SIDE, top, INNER, 2, RULE)]
  let y = top
  for (const text of sentences) {
    const line = await written(text, SIDE, y + 24, style(figure ? 38 : 52, INK, { lines: figure ? 3 : 6 }))
    if (y + line.height + 50 > bottom) break
    y += line.height + 48
    pieces.push(line, await solid(SIDE, y, INNER, 2, RULE))
  }
  return pieces
}

/** The seal with who signed, and until when it is posted. */
async function sealPieces({ seal }: PosterWords, y: number): Promise<Piece[]> {
  if (!seal) return []
  const side = 108
  const letters = await Promise.all(
    [...seal.words].map(letter => written(letter, 0, 0, style(40, SEAL, { font: 'song', width: 60 }))),
  )
  const placed = letters.map((letter, at) => ({
    ...letter,
    left: Math.round(BESIDE.left + 8 + (at % 2) * 46 + (46 - letter.width) / 2),
    top: Math.round(y + 8 + Math.floor(at / 2) * 46 + (46 - letter.height) / 2),
  }))
  const words = { left: BESIDE.left + side + 22, width: BESIDE.width - side - 22 }
  return [
    await framed({ left: BESIDE.left, top: y, width: side, height: side }, SEAL, 5, false),
    ...placed,
    await written(seal.signed, words.left, y + 8, style(34, INK, { font: 'bold', width: words.width })),
    await written(seal.until, words.left, y + 60, style(34, INK, { width: words.width })),
  ]
}

async function codePieces({ code }: PosterWords, kind: string, y: number): Promise<Piece[]> {
  const { left, width } = BESIDE
  return [
    await written(`长按识别${kind}`, left, y, style(44, ACCENT, { font: 'bold', width })),
    await written('看每一笔、看凭证，', left, y + 66, style(36, INK, { width })),
    await written('觉得不对就在里面提。', left, y + 116, style(36, INK, { width })),
    await written(code, left, y + 172, style(34, INK_2, { width })),
  ]
}

/** Draws the poster 群海报 for the WeChat group: sums of the village, who signed, and the code to every row. */
export async function posterPng(wall: WallNotice): Promise<Buffer> {
  const words = posterWords(wall.page)
  const plate = await nameplate(words)
  const title = await written(words.title, SIDE, plate.y, style(60, INK, { font: 'song', lines: 2 }))
  const figure = await figurePieces(words, plate.y + title.height + 28)
  const sums = await sumPieces(words, figure.y)
  const foot = HEIGHT - BOTTOM - QR
  const pieces = [
    ...plate.pieces,
    title,
    ...figure.pieces,
    ...sums.pieces,
    ...(await sentencePieces(words, sums.y, foot - 20)),
    ...(await sealPieces(words, foot)),
    ...(await codePieces(words, codeKind(wall), foot + 134)),
    { input: await codePng(wall, QR), left: SIDE, top: foot },
  ]
  return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: PAPER } })
    .composite(
      pieces.map(({ input, left, top }) => ({ input, left: Math.round(left), top: Math.round(top) })),
    )
    .png({ palette: true, colours: 64 })
    .toBuffer()
}
