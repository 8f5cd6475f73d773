import { qrModules } from '@shared/presentation/qrModules'
import sharp from 'sharp'

/** Draws a QR code as PNG from its modules: the server never loads SVG pictures, see documents/attachment. */
export function qrPng(text: string, side: number): Promise<Buffer> {
  const { size, dark } = qrModules(text)
  const pixels = Buffer.alloc(size * size, 255)
  for (const [x, y] of dark) pixels[y * size + x] = 0
  return sharp(pixels, { raw: { width: size, height: size, channels: 1 } })
    .resize(side, side, { kernel: 'nearest' })
    .png()
    .toBuffer()
}
