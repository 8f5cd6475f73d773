import type { Item } from '../catalogue/trials/facts'

/** A page of a catalogue as it is printed, lying, as an SVG of A4 at 150 dpi. */

const WIDTH = 1754
const HEIGHT = 1240
const MARGIN = 60
const SPACING = 1.45

interface Column {
  head: string
  share: number
  text(item: Item): string
}

const columnsOf = (levels: number): Column[] => [
  { head: '序号', share: 0.05, text: ({ no }) => no ?? '' },
  ...Array.from({ length: levels }, (_, at) => ({
    head: ['一级事项', '二级事项', '三级事项'][at] ?? '事项',
    share: 0.24 / levels,
    text: ({ path }: Item) => path[at] ?? '',
  })),
  { head: '公开内容（要素）', share: 0.27, text: ({ elements }) => elements.join('；') },
  { head: '公开依据', share: 0.22, text: ({ basis }) => basis.join('、') },
  { head: '公开时限', share: 0.13, text: ({ deadline }) => deadline },
  { head: '公开主体', share: 0.09, text: ({ subjects }) => subjects.join('、') },
]

const escaped = (text: string): string => text.replace(/[&<>]/g, char => `&#${char.charCodeAt(0)};`)
const widthOf = (char: string): number => (char.charCodeAt(0) < 0x2e80 ? 0.58 : 1)

/** Breaks a text into lines of a width in characters. */
function wrapped(text: string, most: number): string[] {
  const lines = ['']
  let long = 0
  for (const char of text) {
    if (long + widthOf(char) > most) {
      lines.push('')
      long = 0
    }
    lines[lines.length - 1] += char
    long += widthOf(char)
  }
  return lines
}

/** Draws as many of the items as one page holds; with their number. */
export function catalogueSvg(
  items: readonly Item[],
  { title, size, font }: { title: string; size: number; font: string },
): { svg: string; count: number } {
  const columns = columnsOf(Math.max(...items.map(({ path }) => path.length)))
  const whole = WIDTH - 2 * MARGIN
  const edges = columns.reduce<number[]>((all, { share }) => [...all, all.at(-1)! + share * whole], [MARGIN])
  const rows = [columns.map(({ head }) => head), ...items.map(item => columns.map(({ text }) => text(item)))]
  const parts: string[] = []
  const lines: number[] = [130]
  for (const row of rows) {
    const cells = row.map((text, at) => wrapped(text, (columns[at]!.share * whole - 14) / size))
    const top = lines.at(-1)!
    const tall = Math.max(...cells.map(({ length }) => length)) * size * SPACING + 12
    if (top + tall > HEIGHT - MARGIN) break
    cells.forEach((cell, at) =>
      cell.forEach((text, line) =>
        parts.push(
          `<text x="${edges[at]! + 7}" y="${top + 4 + size * SPACING * (line + 0.78)}">${escaped(text)}</text>`,
        ),
      ),
    )
    lines.push(top + tall)
  }
  const right = edges.at(-1)!
  const rules = [
    ...lines.map(y => `M${MARGIN} ${y}H${right}`),
    ...edges.map(x => `M${x} ${lines[0]}V${lines.at(-1)}`),
  ]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="${font}" font-size="${size}" fill="#151515"><rect width="100%" height="100%" fill="#fdfdfb"/><text x="500" y="90" font-size="${size + 12}">${escaped(title)}</text>${parts.join('')}<path d="${rules.join('')}" stroke="#222" stroke-width="2" fill="none"/></svg>`
  return { svg, count: Math.max(0, lines.length - 2) }
}
