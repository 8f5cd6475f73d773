import qrcode from 'qrcode-generator'

/** Blank modules that a reader needs around the code. */
const MARGIN = 4

/** A QR code as an SVG picture, for the `src` of an image; black on white whatever the theme. */
export function qrPicture(text: string): string {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  const size = count + 2 * MARGIN
  const numbers = Array.from({ length: count }, (_, index) => index)
  const path = numbers
    .flatMap(row => numbers.filter(column => code.isDark(row, column)).map(column => [row, column] as const))
    .map(([row, column]) => `M${column + MARGIN} ${row + MARGIN}h1v1h-1z`)
    .join('')
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
