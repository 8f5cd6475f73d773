import { fold, joinLayout } from '../text'
import type { Atom, TextLayout } from './atoms'
import { splitHeader } from './headerRun'
import { isMeasured } from './rows'

const START =
  '(?:制定或(?:者)?获取|公开事项信息形成|自?信息(?=形成|变更|产生)|自(?=[^，。]{2,20}之日)|上级机关发布|收到|分配结果确定|每(?=[年季月])|及时公开|实时公开|随时公[开布]|长期公开|半年至少|形成或)'
const END =
  '(?:\\d+个?工作日(?:以?内)?(?:及时|予以)?(?:公开|公示|公布)?|\\d+[日天]内(?:公[开布示])?|及时公开|实时公开|随时公[开布]|长期公开|\\d次|公[开布]一次)'
const DEADLINE = new RegExp(
  `${START}[^■□☑☐√|《》]{0,40}?${END}(?:[,，]公示\\d+个?工作日)?|及时公开|实时公开|随时公[开布]|长期公开`,
  'g',
)
const BOXES = /[■□☑☐]/
const TICKS = /[√✓]/

/** Maximum characters of one cell; longer running text contains several cells. */
const LONGEST_CELL = 60

/** Finds the row numbers in running text: consecutive, also at the end of a phone number. */
function rowCuts(text: string): number[] {
  const cuts: number[] = []
  let expected: number | undefined
  let last = 0
  for (const match of text.matchAll(/(?<![第起至少每〔.前\d])\d+(?=[\u4e00-\u9fff])/g)) {
    const end = match.index + match[0].length
    const [run] = match
    if (isMeasured(text.slice(end)) || (expected === undefined && run.length > 3)) continue
    const number = expected === undefined ? run : String(expected)
    const runsOn = run !== number && run.endsWith(number) && isRow(text.slice(last, match.index))
    if (run !== number && !runsOn) continue
    expected = Number(number) + 1
    last = end
    cuts.push(end - number.length, end)
  }
  return cuts
}

/** Checks that a whole row precedes a number that only ends a run of digits. */
const isRow = (text: string): boolean => BOXES.test(text) || text.search(DEADLINE) >= 0

const cutsOf = (text: string): number[] => {
  const cuts = new Set<number>(rowCuts(text))
  for (const match of text.matchAll(DEADLINE)) {
    cuts.add(match.index)
    cuts.add(match.index + match[0].length)
  }
  for (const match of text.matchAll(/(?<=[^■□☑☐])(?=[■□☑☐])|(?<=[\u4e00-\u9fff)）])(?=√)|(?<=√)(?=.)/g)) {
    cuts.add(match.index)
  }
  return [...cuts].sort((left, right) => left - right)
}

const isGlued = (text: string): boolean => {
  const kinds = [text.match(DEADLINE) !== null, BOXES.test(text), TICKS.test(text)].filter(Boolean)
  return text.length > LONGEST_CELL && text.match(DEADLINE) !== null && kinds.length >= 1
}

/** Splits running text at deadlines, boxes, ticks and row numbers; layouts with separated cells are unchanged. */
export function ungluedAtoms(atoms: readonly Atom[], layout: TextLayout): Atom[] {
  if (layout === 'rows' || layout === 'stream' || layout === 'cells') return [...atoms]
  return atoms.flatMap(atom => {
    const folded = fold(atom.text)
    if (folded.length <= LONGEST_CELL) return [atom]
    const text = joinLayout(atom.text)
    const pieces = splitHeader(text).flatMap(part => (isGlued(part) ? cutAt(part, cutsOf(part)) : [part]))
    return pieces.map(piece => ({ text: piece, line: atom.line }))
  })
}

const cutAt = (text: string, cuts: readonly number[]): string[] => {
  const bounds = [0, ...cuts, text.length]
  return bounds
    .slice(1)
    .map((end, index) => text.slice(bounds[index], end).trim())
    .filter(part => part !== '')
}
