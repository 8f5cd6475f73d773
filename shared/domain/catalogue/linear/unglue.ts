import { fold, joinLayout } from '../text'
import type { Atom, TextLayout } from './atoms'

const START =
  '(?:制定或(?:者)?获取|公开事项信息形成|信息形成|自?信息|自(?=[^，。]{2,20}之日)|上级机关发布|收到|分配结果确定|每(?=[年季月])|及时公开|实时公开|随时公[开布]|长期公开|半年至少|形成或)'
const END =
  '(?:\\d+个?工作日(?:以?内)?(?:及时|予以)?(?:公开|公示|公布)?|\\d+[日天]内(?:公[开布示])?|及时公开|实时公开|随时公[开布]|长期公开|\\d次|公[开布]一次)'
const DEADLINE = new RegExp(
  `${START}[^■□☑☐√|]{0,40}?${END}(?:[,，]公示\\d+个?工作日)?|及时公开|实时公开|随时公[开布]|长期公开`,
  'g',
)
const BOXES = /[■□☑☐]/
const TICKS = /[√✓]/

/** Running text longer than this without a break holds several cells. */
const LONGEST_CELL = 60

const cutsOf = (text: string): number[] => {
  const cuts = new Set<number>()
  for (const match of text.matchAll(DEADLINE)) {
    cuts.add(match.index)
    cuts.add(match.index + match[0].length)
  }
  const box = text.search(BOXES)
  if (box > 0) cuts.add(box)
  for (const match of text.matchAll(/(?<=[\u4e00-\u9fff)）])(?=√)|(?<=√)(?=.)/g)) cuts.add(match.index)
  for (const match of text.matchAll(/(?<=[√■□✓)）\u4e00-\u9fff])(?=\d{1,3}[\u4e00-\u9fff])/g)) {
    if (/^\d{1,3}(?![个日天月号年次项条万元名户级])/.test(text.slice(match.index))) cuts.add(match.index)
  }
  return [...cuts].sort((left, right) => left - right)
}

const isGlued = (text: string): boolean => {
  const kinds = [text.match(DEADLINE) !== null, BOXES.test(text), TICKS.test(text)].filter(Boolean)
  return text.length > LONGEST_CELL && text.match(DEADLINE) !== null && kinds.length >= 1
}

/** Number at the start of a glued row apart from its first words. */
const splitNumber = (text: string): string[] => {
  const match = text.match(/^(\d{1,3})(?![个日天月号年次项条万元.．、\d])(?=[\u4e00-\u9fff])/)
  return match ? [match[1] ?? '', text.slice(match[0].length)] : [text]
}

const HEADER_RUN =
  /(序号|一级事项|二级事项|三级事项|公开事项|公开内容(?:[(（]要素[)）])?|公开依据|公开时限|公开主体|公开渠道和载体|公开渠道|公开对象|公开方式|公开层级|全社会|特定群[众体]|主动|依申请公开|依申请|[县乡镇村市区]级)/

const splitHeader = (text: string): string[] => {
  const parts = text.split(HEADER_RUN).filter(part => part.trim() !== '')
  return parts.filter(part => HEADER_RUN.test(part)).length >= 5 ? parts : [text]
}

/** Breaks running text at deadlines, boxes, ticks and row numbers; layouts with cells of their own stay. */
export function ungluedAtoms(atoms: readonly Atom[], layout: TextLayout): Atom[] {
  if (layout === 'rows' || layout === 'stream' || layout === 'cells') return [...atoms]
  return atoms.flatMap(atom => {
    const folded = fold(atom.text)
    if (folded.length <= LONGEST_CELL) return [atom]
    const text = joinLayout(atom.text)
    const pieces = splitHeader(text).flatMap(part => (isGlued(part) ? cutAt(part, cutsOf(part)) : [part]))
    return pieces.flatMap(splitNumber).map(piece => ({ text: piece, line: atom.line }))
  })
}

const cutAt = (text: string, cuts: readonly number[]): string[] => {
  const bounds = [0, ...cuts, text.length]
  return bounds
    .slice(1)
    .map((end, index) => text.slice(bounds[index], end).trim())
    .filter(part => part !== '')
}
