import { qrModules } from '@shared/presentation/qrModules'
import type { Sheet } from './page'

/** Draws a QR code with its quiet zone, black on white. */
export function drawQr({ doc }: Sheet, text: string, [x, y]: readonly [number, number], side: number): void {
  const { size, dark } = qrModules(text)
  const module = side / size
  doc.rect(x, y, side, side).fill('#ffffff')
  for (const [column, row] of dark) doc.rect(x + column * module, y + row * module, module, module)
  doc.fill('#000000')
  doc.link(x, y, side, side, text)
}
