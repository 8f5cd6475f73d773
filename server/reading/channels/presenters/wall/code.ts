import { qrModules } from '@shared/presentation/qrModules'
import sharp from 'sharp'
import type { WallNotice } from './types'

/** Draws a QR code as PNG from its modules: the server never loads SVG pictures, see documents/attachment. */
function qrPng(text: string, side: number): Promise<Buffer> {
  const { size, dark } = qrModules(text)
  const pixels = Buffer.alloc(size * size, 255)
  for (const [x, y] of dark) pixels[y * size + x] = 0
  return sharp(pixels, { raw: { width: size, height: size, channels: 1 } })
    .resize(side, side, { kernel: 'nearest' })
    .png()
    .toBuffer()
}

/** Draws the code of a notice as PNG: its 小程序码, else its address as a QR code. */
export const codePng = ({ code, address }: WallNotice, side: number): Promise<Buffer> =>
  code ? sharp(code).resize(side, side).png().toBuffer() : qrPng(address, side)

/** What the code is called. */
export const codeKind = ({ code }: WallNotice): string => (code ? '小程序码' : '二维码')
