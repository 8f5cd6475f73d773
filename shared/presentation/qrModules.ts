import qrcode from 'qrcode-generator'
import { flatMap } from '../common/lists'

/** Blank modules that a scanner needs around the code (quiet zone). */
const QR_MARGIN = 4

export interface QrModules {
  /** Modules per side, quiet zone included. */
  size: number
  /** Dark modules as column and row. */
  dark: readonly (readonly [x: number, y: number])[]
}

/** Encodes a text as a QR code: a grid of modules to draw on screen or paper. */
export function qrModules(text: string): QrModules {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  const numbers = Array.from({ length: count }, (_, index) => index)
  const dark = flatMap(numbers, row =>
    numbers
      .filter(column => code.isDark(row, column))
      .map(column => [column + QR_MARGIN, row + QR_MARGIN] as const),
  )
  return { size: count + 2 * QR_MARGIN, dark }
}
