import sharp from 'sharp'
import { escaped } from '@server/documents/html/markup'
import { FONTS } from '@server/documents/print/fonts'

/** Pieces of a picture: texts, bars and frames, as the library composes them. */
export interface Piece {
  input: Buffer
  left: number
  top: number
  width: number
  height: number
}

export interface Style {
  size: number
  font?: keyof typeof FONTS
  fill: string
  /** Width at which it wraps; it is set smaller if it then has more than `lines` lines. */
  width: number
  lines?: number
}

const FAMILIES = { regular: 'Noto Sans SC', bold: 'Noto Sans SC Bold', song: 'Noto Serif SC Black' } as const
const LEADING = 1.5
const SMALLER = 0.9

/** Renders a text with the font of the file instead of a system font; the place is its upper left corner. */
export async function written(text: string, left: number, top: number, style: Style): Promise<Piece> {
  const { size, font = 'regular', fill, width, lines = 1 } = style
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${fill}">${escaped(text)}</span>`,
      font: `${FAMILIES[font]} ${size}px`,
      fontfile: FONTS[font],
      width,
      wrap: 'word-char',
      spacing: Math.round(size / 5),
      rgba: true,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  const most = lines * size * LEADING
  if ((info.height > most || info.width > width) && size > 24) {
    return written(text, left, top, { ...style, size: Math.floor(size * SMALLER) })
  }
  return { input: data, left, top, width: info.width, height: info.height }
}

/** Moves a piece so that its right edge is at `right`. */
export const toRight = (piece: Piece, right: number): Piece => ({ ...piece, left: right - piece.width })

/** Moves a piece so that its lower edge is at `bottom`. */
export const toBottom = (piece: Piece, bottom: number): Piece => ({ ...piece, top: bottom - piece.height })

type Colour = readonly [red: number, green: number, blue: number]

const channels = (colour: string): Colour =>
  [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Colour

/** A rectangle whose pixels are inked where `inked` says so. */
async function raster(
  at: { left: number; top: number; width: number; height: number },
  colour: string,
  inked: (x: number, y: number) => boolean,
): Promise<Piece> {
  const { left, top } = at
  const [width, height] = [Math.max(1, Math.round(at.width)), Math.round(at.height)]
  const ink = channels(colour)
  const pixels = Buffer.alloc(width * height * 4)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) if (inked(x, y)) pixels.set([...ink, 255], (y * width + x) * 4)
  }
  const input = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer()
  return { input, left, top, width, height }
}

export const solid = (left: number, top: number, width: number, height: number, colour: string) =>
  raster({ left, top, width, height }, colour, () => true)

/** A frame, hatched inside or empty. */
export function framed(
  at: { left: number; top: number; width: number; height: number },
  colour: string,
  border: number,
  hatched: boolean,
): Promise<Piece> {
  const [width, height] = [Math.round(at.width), Math.round(at.height)]
  return raster(at, colour, (x, y) => {
    const onEdge = x < border || y < border || x >= width - border || y >= height - border
    return onEdge || (hatched && (x + y) % 10 < 3)
  })
}
