import { qrModules } from '@shared/presentation/qrModules'
import type { Sheet } from './page'

/** Draws the modules of a QR code with its quiet zone, black on white. */
export function drawCode(
  doc: PDFKit.PDFDocument,
  text: string,
  [x, y]: readonly [number, number],
  side: number,
): void {
  const { size, dark } = qrModules(text)
  const module = side / size
  doc.rect(x, y, side, side).fill('#ffffff')
  for (const [column, row] of dark) doc.rect(x + column * module, y + row * module, module, module)
  doc.fill('#000000')
}

/** Draws a QR code that also leads to its address when pressed. */
export function drawQr({ doc }: Sheet, text: string, [x, y]: readonly [number, number], side: number): void {
  drawCode(doc, text, [x, y], side)
  doc.link(x, y, side, side, text)
}
