import { qrModules } from '@shared/presentation/qrModules'
import { marking, type Sheet } from './page'
import { elementOf } from './tags'

const ALT = '二维码：扫码看网上的这一条'

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
export function drawQr(sheet: Sheet, text: string, [x, y]: readonly [number, number], side: number): void {
  marking(sheet, elementOf(sheet.tags, 'Figure', { alt: ALT }), () => drawCode(sheet.doc, text, [x, y], side))
  sheet.doc.link(x, y, side, side, text, { Contents: new String(ALT) as string })
}
