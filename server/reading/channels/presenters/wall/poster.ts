import { shortCode } from '@shared/presentation/shortCode'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import sharp from 'sharp'
import { escaped } from '@server/documents/html/markup'
import { FONTS } from '@server/documents/print/fonts'
import { qrPng } from './qr'
import type { WallNotice } from './types'
import { publishedLine, sentenceIn } from './words'

const WIDTH = 1080
const MARGIN = 72
const INNER = WIDTH - 2 * MARGIN
const QR = 320
const GAP = 40
const PAPER = '#f7f5f0'
const INK = '#1a1d1f'
const INK_2 = '#4a5157'
const ACCENT = '#0b5f66'

interface Piece {
  input: Buffer
  left: number
  top: number
  height: number
}

interface Style {
  size: number
  bold?: boolean
  fill?: string
  width?: number
}

/** Renders a text as a wrapped picture, with the font of the file instead of a system font. */
async function written(text: string, at: { left: number; top: number }, style: Style): Promise<Piece> {
  const { size, bold = false, fill = INK, width = INNER } = style
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${fill}">${escaped(text)}</span>`,
      font: `Noto Sans SC${bold ? ' Bold' : ''} ${size}px`,
      fontfile: bold ? FONTS.bold : FONTS.regular,
      width,
      wrap: 'word-char',
      spacing: Math.round(size / 4),
      rgba: true,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { input: data, ...at, height: info.height }
}

async function block(color: string, height: number, top: number): Promise<Piece> {
  const input = await sharp({ create: { width: INNER, height, channels: 3, background: color } })
    .png()
    .toBuffer()
  return { input, left: MARGIN, top, height }
}

const figureIn = (blocks: readonly PresentedBlock[]) =>
  blocks.find(one => one.kind === 'summary')?.figure ?? null

/** Draws the poster 群海报 for the WeChat group: the page's summary sentence and a QR code to all rows. */
export async function posterPng({ page, address }: WallNotice): Promise<Buffer> {
  const { notice, presented } = page
  const pieces: Piece[] = []
  let y = MARGIN
  const put = async (text: string, style: Style, gap = GAP) => {
    const piece = await written(text, { left: MARGIN, top: y }, style)
    pieces.push(piece)
    y += piece.height + gap
  }
  await put(notice.orgName, { size: 48, bold: true }, 20)
  pieces.push(await block(INK, 4, y))
  y += GAP
  await put(notice.title, { size: 60, bold: true })
  await put(publishedLine(page), { size: 32, fill: INK_2 })
  const figure = figureIn(presented.blocks)
  if (figure) {
    await put(figure.label, { size: 36, fill: INK_2 }, 16)
    await put(`${figure.text} ${figure.unit}`, { size: 92, bold: true, fill: ACCENT })
  }
  await put(sentenceIn(page), { size: 42 })
  const qr = await qrPng(address, QR)
  pieces.push({ input: qr, left: MARGIN, top: y, height: QR })
  const beside = { left: MARGIN + QR + GAP, width: INNER - QR - GAP }
  const say = await written(
    '长按识别二维码，看每一笔明细、谁审核的；有异议也在这里提。',
    { left: beside.left, top: y + 24 },
    { size: 38, width: beside.width },
  )
  const code = await written(
    `短码 ${shortCode(notice.id)}`,
    { left: beside.left, top: y + 24 + say.height + 28 },
    { size: 38, bold: true, width: beside.width },
  )
  const height = y + QR + MARGIN
  return sharp({ create: { width: WIDTH, height, channels: 3, background: PAPER } })
    .composite([...pieces, say, code])
    .png({ palette: true, colours: 64 })
    .toBuffer()
}
