import { FIELD_POLICY } from '@shared/facts/disclosure/fieldPolicy'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'
import { parseCount } from '@shared/figures/parse'
import { type ContentField, fieldsOfBlock, fieldsOfContent, wordColumns } from './contentFields'
import { KIND_NAMES } from './kindNames'
import { isListedName, maskName } from './detectors/names'
import { cutNumbers } from './cutNumbers'
import { scanText, systemToday } from './scanText'
import type { Finding, PrivacyKind, ScanContext, Severity } from './types'
import { isCountsOnly, isSensitive, isCounted } from '@shared/content/countedRows'

/**
 * A privacy finding 个人信息提示 in a notice. Carries the mask, never the open value, so that no answer or log can
 * leak it.
 */
export interface PrivacyIssue {
  /** `privacy-` and the kind. */
  code: string
  /** Path of the field: `blocks.0.rows.3.name`. */
  field: string
  kind: PrivacyKind
  severity: Severity
  mask: string
  /** Plain Chinese sentence for the writer. */
  message: string
}

/**
 * A privacy finding with the data needed to fix it: `span` is its position in the field, null when the field alone
 * does not show it.
 */
export interface FieldFinding extends PrivacyIssue {
  span: { start: number; end: number } | null
  /** A name that a model found and no rule: it may be none. */
  byModel?: true
}

/** What holds for a whole notice: today `YYYY-MM-DD`, and the names that a model found in it. */
export type ContentContext = Pick<ScanContext, 'today' | 'names'>

const BLOCKED = '不能公开，请改成遮盖后的写法或删去'
const REVIEWED = '可能是个人信息，请核对；确实可以公开的要写明理由'
const OFFICE_LINE = '不能公开；是办公电话的，请在号码前写明“办公电话”或“监督电话”'

function adviceOn({ kind, severity }: Pick<Finding, 'kind' | 'severity'>): string {
  if (severity === 'block') return BLOCKED
  return kind === 'landline' ? OFFICE_LINE : REVIEWED
}

const issueOf = (field: string, finding: Pick<Finding, 'kind' | 'severity' | 'mask'>): PrivacyIssue => ({
  code: `privacy-${finding.kind}`,
  field,
  kind: finding.kind,
  severity: finding.severity,
  mask: finding.mask,
  message: `${KIND_NAMES[finding.kind]}${adviceOn(finding)}`,
})

function inField({ path, text, label }: ContentField, context: ContentContext): FieldFinding[] {
  const found = scanText(text, { ...context, label })
  const names = found.some(({ byModel }) => byModel)
    ? scanText(text, { today: context.today, label }).filter(({ kind }) => kind === 'person-name')
    : []
  const isByRules = (one: Finding) => names.some(({ start, end }) => start < one.end && one.start < end)
  return found.map(finding => ({
    ...issueOf(path, finding),
    span: { start: finding.start, end: finding.end },
    ...(finding.byModel && !isByRules(finding) && { byModel: true }),
  }))
}

/** Reports every name in a counts-only group, masked or not. */
const namedInCountsOnly = (block: ContentBlock, path: string): FieldFinding[] =>
  block.type === 'recipients'
    ? block.rows.flatMap((row, index) => {
        if (!isCountsOnly(row.scheme) || isCounted(row)) return []
        const mask = FIELD_POLICY.countsOnlyName
        const issue = issueOf(`${path}.rows.${index}.scheme`, { kind: 'minor', severity: 'review', mask })
        return [{ ...issue, message: `${row.scheme}的名单只公开人数，不逐人列出`, span: null }]
      })
    : []

const COUNT = /(?:人|户|名|对象|家庭)数|数量/

/** Reports small cells 小格规则 in typed text: `孤儿人数：2人` identifies people of a sensitive group. */
function smallCounts(block: ContentBlock, path: string): FieldFinding[] {
  if (block.type !== 'facts') return []
  return block.entries.flatMap(({ label, value }, index) => {
    const count = parseCount(value) ?? 0
    const isSmall = count > 0 && count < FIELD_POLICY.smallCell
    if (!isSmall || !COUNT.test(label) || !isSensitive(label)) return []
    const mask = `<${FIELD_POLICY.smallCell}`
    const issue = issueOf(`${path}.entries.${index}.value`, { kind: 'health', severity: 'review', mask })
    const message = `“${label}”不到 ${FIELD_POLICY.smallCell}，能猜出是谁家，请写成“${mask}”`
    return [{ ...issue, message, span: null }]
  })
}

/** Reports a person's name in a column of bodies and persons: 承包方、欠款人. */
const namedParties = (block: ContentBlock, path: string): FieldFinding[] => {
  if (block.type !== 'sheet') return []
  const parties = wordColumns(block).filter(({ kind }) => kind === 'party')
  return block.rows.flatMap((row, index) =>
    parties.flatMap(({ field }): FieldFinding[] => {
      const words = String(row[field] ?? '').replace(/\s/g, '')
      if (!isListedName(words)) return []
      const issue = issueOf(`${path}.rows.${index}.${field}`, { kind: 'person-name', severity: 'review', mask: maskName(words) }) // prettier-ignore
      return [{ ...issue, message: '像是个人姓名，个人只写姓，后面用 * 代替', span: null }]
    }),
  )
}

/** Returns the name of a block's table and the texts of its rows, cell by cell. */
function cellsOf(block: ContentBlock): { table: string; names: string[]; rows: string[][] } | null {
  const cells = <Row extends object>(table: string, rows: readonly Row[], names: (keyof Row & string)[]) => ({
    table,
    names,
    rows: rows.map(row => names.map(name => String(row[name] ?? ''))),
  })
  if (block.type === 'facts') return cells('entries', block.entries, ['label', 'value'])
  if (block.type === 'money') return cells('lines', block.lines, ['item', 'handler', 'voucher'])
  if (block.type === 'sheet') return cells('rows', block.rows, wordColumns(block).map(({ field }) => field)) // prettier-ignore
  return block.type === 'recipients'
    ? cells('rows', block.rows, ['name', 'group', 'scheme', 'standard'])
    : null
}

/** Reports every field of a number split over several 号码拆在几格里. */
function cutOverCells(block: ContentBlock, path: string, today: string): FieldFinding[] {
  const cells = cellsOf(block)
  if (!cells) return []
  return cutNumbers(cells.rows, today).flatMap(number => {
    const found: FieldFinding[] = []
    for (let row = number.row; row <= number.lastRow; row += 1) {
      for (let column = number.column; column <= number.lastColumn; column += 1) {
        const text = cells.rows[row]?.[column] ?? ''
        if (!/\d/.test(text)) continue
        const field = `${path}.${cells.table}.${row}.${cells.names[column]}`
        found.push({ ...issueOf(field, { ...number, mask: text.replace(/[\dXx]/g, '*') }), span: null })
      }
    }
    return found
  })
}

/** Returns every finding of a notice with its position in the field, in reading order. */
export function findingsInContent(content: NoticeContent, given: ContentContext = {}): FieldFinding[] {
  const { today = systemToday() } = given
  const context = { ...given, today }
  return [
    ...fieldsOfContent({ ...content, blocks: [] }).flatMap(field => inField(field, context)),
    ...content.blocks.flatMap((block, index) => {
      const path = `blocks.${index}`
      const fields = fieldsOfBlock(block, path).filter(({ text }) => text !== '')
      return [
        ...fields.flatMap(field => inField(field, context)),
        ...namedInCountsOnly(block, path),
        ...smallCounts(block, path),
        ...namedParties(block, path),
        ...cutOverCells(block, path, today),
      ]
    }),
  ]
}

/** Returns everything in a notice 公示内容 that must not, or perhaps should not, be published, in reading order. */
export const scanNoticeContent = (
  content: NoticeContent,
  context: Pick<ScanContext, 'today'> = {},
): PrivacyIssue[] => findingsInContent(content, context).map(({ span: _span, ...issue }) => issue)
