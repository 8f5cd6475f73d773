import type {
  Difference,
  DiscrepancyKind,
  DiscrepancySeverity,
} from '@shared/contract/disclosure/discrepancy'
import type { ComparedField } from '@shared/contract/disclosure/presentation'
import { periodLabel } from '@shared/common/period'
import type { FigureField } from './comparePresented'
import { explainedElements, explainedTotals, nounOf, rowDifference, rowWords } from './rowCause'
import { type TextRelation, compareValues, plainLabel } from './compareTexts'

/** Both disclosures of a subject, compared, with the catalogue's elements and the periods. */
export interface Compared {
  comparison: { fields: readonly FigureField[] }
  /** True where a side withholds figures of small groups after folding: then rows are counted, not added up. */
  quiet?: boolean
  /** 公开要素 that the catalogue requires. */
  elements: readonly string[]
  village: { period: string; nothing: boolean }
  government: { period: string; nothing: boolean }
}

type Values = Extract<TextRelation, { relation: 'values' }>

const KIND_NAMES: Record<DiscrepancyKind, string> = {
  amount: '金额',
  count: '户数人数',
  standard: '标准',
  period: '所属期',
  date: '日期',
  basis: '依据',
  quantity: '数量',
  element: '公开要素',
  row: '明细',
  occurrence: '有无发生',
  wording: '文字',
  unreadable: '看不清',
}

export const discrepancyKindName = (kind: DiscrepancyKind): string => KIND_NAMES[kind]

/** Maximum characters of an excerpt in lists; the comparison page shows the whole text. */
const LONGEST = 160
const BEFORE = 20

/** Returns excerpts of both texts that start shortly before the first difference. */
function excerpts(village: string, government: string): [string, string] {
  let at = 0
  while (at < village.length && village[at] === government[at]) at += 1
  const from = Math.max(0, Math.min(at, village.length, government.length) - BEFORE)
  const cut = (text: string) => {
    if (text.length <= LONGEST) return text
    const end = from + LONGEST
    return `${from > 0 ? '……' : ''}${text.slice(from, end)}${end < text.length ? '……' : ''}`
  }
  return [cut(village), cut(government)]
}

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}……` : text)

const BASIS = /依据|文号|文件名称|政策文件/
const PERIOD = /所属期|期间|时段|所属(?:年|季|月)/
const STANDARD = /标准/

/** Returns the kind of discrepancy of differing values: by the label, else by the unit. */
function kindOf(label: string, { differing }: Values): DiscrepancyKind {
  if (BASIS.test(label)) return 'basis'
  if (PERIOD.test(label)) return 'period'
  if (STANDARD.test(label) || differing.some(({ each }) => each.length > 0)) return 'standard'
  const senses = new Set(differing.map(({ sense }) => sense))
  if (senses.has('money')) return 'amount'
  if (senses.has('people')) return 'count'
  if (senses.has('date')) return 'date'
  return 'quantity'
}

const of = (
  kind: DiscrepancyKind,
  severity: DiscrepancySeverity,
  field: { id: string; label: string },
  texts: [string | null, string | null],
  message: string,
): Difference => ({
  kind,
  severity,
  field: field.id,
  label: field.label,
  village: texts[0],
  government: texts[1],
  message,
})

function ofUnlike(field: ComparedField, village: string, government: string): Difference {
  const relation = compareValues(
    { label: field.label, value: village },
    { label: field.label, value: government },
  )
  const texts = excerpts(village, government)
  const name = `“${field.label}”`
  if (relation.relation === 'unreadable') {
    return of('unreadable', 'note', field, texts, `${name}有一边的数看不清，请人工核对。`)
  }
  if (relation.relation === 'values') {
    const kind = kindOf(field.label, relation)
    return of(kind, 'must', field, texts, `${name}不一样：村里是“${texts[0]}”，街道是“${texts[1]}”。`)
  }
  return of('wording', 'note', field, texts, `${name}数一样，文字不一样。`)
}

/** Returns the discrepancy of an element or block that only one side discloses. */
function ofLonely(
  field: { id: string; label: string },
  texts: [string | null, string | null],
  asked: boolean,
) {
  const [has, lacks] = texts[0] === null ? ['街道', '村里'] : ['村里', '街道']
  const what = asked ? `目录要求公开的“${field.label}”` : `“${field.label}”`
  return of('element', asked ? 'must' : 'note', field, texts, `${what}，${has}公开了，${lacks}没有公开。`)
}

/**
 * Returns the one discrepancy of a table's rows: how many differ and what they add up to, never their content. They may
 * name people, and are folded later.
 */
function ofRows(rows: readonly FigureField[], quiet: boolean): Difference[] {
  const unlike = rows.filter(({ status }) => status !== 'same')
  const [first] = unlike
  if (!first) return []
  const count = (side: 'village' | 'street') => rows.filter(row => row[side] !== null).length
  const field = { id: `${first.id.slice(0, first.id.indexOf('/'))}/rows`, label: first.block }
  const known = quiet ? null : rowDifference(rows)
  const noun = known ? nounOf(rows) : '行'
  const texts: [string, string] = [`共 ${count('village')} ${noun}`, `共 ${count('street')} ${noun}`]
  const words = known
    ? rowWords(first.block, known, { noun, village: count('village'), street: count('street') })
    : `“${first.block}”里有 ${unlike.length} 行两边不一样。`
  return [of('row', 'must', field, texts, words)]
}

function grouped(fields: readonly FigureField[]): FigureField[][] {
  const groups = new Map<string, FigureField[]>()
  for (const field of fields) {
    const block = field.id.slice(0, field.id.indexOf('/'))
    groups.set(block, [...(groups.get(block) ?? []), field])
  }
  return [...groups.values()]
}

const isMissing = ({ status }: ComparedField): boolean =>
  status === 'village-missing' || status === 'street-missing'
const isRow = ({ id }: ComparedField): boolean => id.includes('/row/')
const isTable = (fields: readonly ComparedField[]): boolean =>
  fields.some(({ id }) => id.includes('/row/') || id.includes('/total/'))
/** Checks for a file: each side has its own, they are shown on the comparison page but not compared. */
const isFile = ({ id }: ComparedField): boolean =>
  /^(?:attachments|money(?:#\d+)?-vouchers)(?:#\d+)?\//.test(id)

interface Rules {
  isAsked: (label: string) => boolean
  quiet: boolean
  /** Elements that repeat a total whose difference is already explained. */
  explained: ReadonlySet<FigureField>
}

function ofBlock(fields: readonly FigureField[], { isAsked, quiet, explained }: Rules): Difference[] {
  if (isTable(fields) && fields.every(isMissing)) {
    const { id, block, village } = fields[0]!
    const said = `共 ${fields.filter(isRow).length} 行`
    const field = { id: `${id.slice(0, id.indexOf('/'))}/table`, label: block }
    return [ofLonely(field, village === null ? [null, said] : [said, null], isAsked(block))]
  }
  const caused = explainedTotals(fields)
  const single = fields.filter(
    field => !isRow(field) && field.status !== 'same' && !caused.has(field) && !explained.has(field),
  )
  return [
    ...single.map(field => {
      const { village, street, label } = field
      if (village !== null && street !== null) return ofUnlike(field, village, street)
      const texts = [village, street].map(text => text && shortened(text)) as [string | null, string | null]
      return ofLonely(field, texts, isAsked(label))
    }),
    ...ofRows(fields.filter(isRow), quiet),
  ]
}

/** Checks whether a field is compared at all: each side has its own files, which are shown only. */
const comparedIn = (fields: readonly FigureField[]): FigureField[] => fields.filter(field => !isFile(field))

/** Returns the ids of differing totals and elements that have the same cause as another difference. */
export function explainedIds(all: readonly FigureField[]): string[] {
  const fields = comparedIn(all)
  const groups = grouped(fields)
  const explained = [
    ...groups.flatMap(group => [...explainedTotals(group)]),
    ...explainedElements(fields, groups),
  ]
  return explained.map(({ id }) => id)
}

/**
 * Returns the discrepancies of two disclosures of one subject, in reading order. Notation, punctuation, blanks and 等
 * are ignored. One difference is one discrepancy: totals and elements that differ because rows do are not reported again.
 * Clause 二(五): 相同事项的公开内容对应一致.
 */
export function differencesOf({
  comparison,
  elements,
  village,
  government,
  quiet = false,
}: Compared): Difference[] {
  const found: Difference[] = []
  if (village.period !== government.period) {
    const texts: [string, string] = [periodLabel(village.period), periodLabel(government.period)]
    const message = `所属期不一样：村里是${texts[0]}，街道是${texts[1]}。`
    found.push(of('period', 'must', { id: 'period', label: '所属期' }, texts, message))
  }
  if (village.nothing !== government.nothing) {
    const texts: [string, string] = village.nothing
      ? ['本期无发生', '公开了内容']
      : ['公开了内容', '本期无发生']
    const message = village.nothing
      ? '村里写“本期无发生”，街道却公开了内容。'
      : '街道写“本期无发生”，村里却公开了内容。'
    return [...found, of('occurrence', 'must', { id: 'occurrence', label: '本期有没有发生' }, texts, message)]
  }
  const asked = new Set(elements.map(plainLabel))
  const fields = comparedIn(comparison.fields)
  const groups = grouped(fields)
  const rules = {
    isAsked: (label: string) => asked.has(plainLabel(label)),
    quiet,
    explained: explainedElements(fields, groups),
  }
  return [...found, ...groups.flatMap(group => ofBlock(group, rules))]
}
