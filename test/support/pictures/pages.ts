import { CLEAN } from '../privacy/eyes/clean'
import type { Chance } from '../privacy/chance'
import { bankCard, fullName, mobile, residentId } from '../privacy/identities'

/** A page as it would be printed: an SVG of A4 at 150 dpi, and the numbers on it that must not be published. */
export interface Page {
  svg: string
  numbers: string[]
}

const WIDTH = 1240
const HEIGHT = 1754
const MARGIN = 90
const FONTS = ['Noto Serif CJK SC', 'Noto Sans CJK SC']

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, char => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]!)

const words = (x: number, y: number, size: number, text: string): string =>
  `<text x="${x}" y="${y}" font-size="${size}">${escaped(text)}</text>`

const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#222" stroke-width="2"/>`

const sheetOf = (font: string, parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="${font}" fill="#151515"><rect width="100%" height="100%" fill="#fdfdfb"/>${parts.join('')}</svg>`

const TITLES = [
  '东湖街道柳巷村公示',
  '柳巷村村民委员会公告',
  '低保对象发放名单',
  '村集体收支情况表',
  '危房改造补助公示',
]
const SCHEMES = ['低保金', '高龄补贴', '地力补贴', '护理补贴', '危房改造']

/** A bordered table with these heads and rows; `shares`: of the width, by column. */
function tableAt(
  top: number,
  size: number,
  shares: readonly number[],
  rows: readonly (readonly string[])[],
): string[] {
  const tall = Math.round(size * 1.9)
  const whole = WIDTH - 2 * MARGIN
  const edges = shares.reduce<number[]>((all, share) => [...all, all.at(-1)! + share * whole], [MARGIN])
  const bottom = top + tall * rows.length
  return [
    ...rows.flatMap((row, at) =>
      row.map((text, column) =>
        words(edges[column]! + 8, top + tall * at + Math.round(tall * 0.68), size, text),
      ),
    ),
    ...Array.from({ length: rows.length + 1 }, (_, at) =>
      line(MARGIN, top + tall * at, WIDTH - MARGIN, top + tall * at),
    ),
    ...edges.map(x => line(x, top, x, bottom)),
  ]
}

/** A paragraph broken into lines by the width of its characters. */
function proseAt(top: number, size: number, text: string): { parts: string[]; bottom: number } {
  const most = WIDTH - 2 * MARGIN
  const parts: string[] = []
  let [current, long, y] = ['', 0, top]
  for (const char of `　　${text}`) {
    const wide = char.charCodeAt(0) < 0x2e80 ? size * 0.58 : size
    // A number is not broken over two lines: an office program sets it whole too.
    const breaks = long + wide > most && !/[\dXx]/.test(char)
    if (breaks) {
      parts.push(words(MARGIN, y, size, current))
      ;[current, long, y] = ['', 0, y + Math.round(size * 1.7)]
    }
    current += char
    long += wide
  }
  parts.push(words(MARGIN, y, size, current))
  return { parts, bottom: y + Math.round(size * 1.7) }
}

const HEADS = ['序号', '姓名', '号码', '项目', '金额（元）']
const SHARES = [0.08, 0.14, 0.42, 0.18, 0.18]

function rosterWith(chance: Chance, numbers: readonly string[]): string[][] {
  const row = (number: string, at: number) => [
    String(at + 1),
    fullName(chance),
    number,
    chance.pick(SCHEMES),
    `${chance.int(100, 9999)}.00`,
  ]
  return [HEADS, ...numbers.map(row)]
}

const NUMBERS = [residentId, bankCard, mobile]
const SENTENCES: readonly ((number: string, chance: Chance) => string)[] = [
  (number, c) => `经审核，${fullName(c)}（${number}）符合条件，本期发放${c.int(100, 900)}元，特此公示。`,
  (number, c) => `请${fullName(c)}到村委会领取，联系号码${number}，逾期未领的由村里代为保管。`,
  (number, c) => `款项已汇入${fullName(c)}的账户${number}，合计${c.int(1000, 9000)}元，如有疑问可以查询。`,
]

/** Makes a page with numbers: a roster, or prose, or both. */
export function pageWithNumbers(chance: Chance): Page {
  const size = chance.int(24, 32)
  const numbers = Array.from({ length: chance.int(3, 8) }, () => chance.pick(NUMBERS)(chance))
  const parts = [words(chance.int(260, 420), 150, size + 14, chance.pick(TITLES))]
  const inTable =
    chance.next() < 0.3 ? numbers.length : chance.next() < 0.5 ? 0 : Math.floor(numbers.length / 2)
  let y = 260
  for (const number of numbers.slice(inTable)) {
    const { parts: lines, bottom } = proseAt(y, size, chance.pick(SENTENCES)(number, chance))
    parts.push(...lines)
    y = bottom + 10
  }
  if (inTable > 0) parts.push(...tableAt(y + 20, size, SHARES, rosterWith(chance, numbers.slice(0, inTable))))
  return { svg: sheetOf(chance.pick(FONTS), parts), numbers }
}

/** Makes a page full of figures and dates, without personal data. */
export function cleanPage(chance: Chance): Page {
  const size = chance.int(24, 32)
  const parts = [words(chance.int(260, 420), 150, size + 14, chance.pick(TITLES))]
  let y = 260
  for (let count = chance.int(6, 12); count > 0 && y < HEIGHT - 300; count -= 1) {
    const text = chance.pick(CLEAN)(chance).replace(/\s+/g, ' ').slice(0, 160)
    const { parts: lines, bottom } = proseAt(y, size, text)
    parts.push(...lines)
    y = bottom + 10
  }
  return { svg: sheetOf(chance.pick(FONTS), parts), numbers: [] }
}
