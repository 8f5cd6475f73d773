import qrcode from 'qrcode-generator'
import { flatMap } from '../common/lists'

/** Blank modules that a reader needs around the code. */
const QR_MARGIN = 4

export interface QrModules {
  /** Modules on a side, the blank ones included. */
  size: number
  /** Dark modules: column and row. */
  dark: readonly (readonly [x: number, y: number])[]
}

/** A QR code as a grid of modules, to be drawn on a screen or on paper. */
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
