import { FIELD_POLICY } from '../../data/privacy/fieldPolicy'
import type { ContentBlock, NoticeContent } from '../../schemas/notice'
import { KIND_NAMES } from './kindNames'
import { maskName } from './names'
import { scanText } from './scanText'
import type { Finding, PrivacyKind, ScanContext, Severity } from './types'

/** A finding in a notice. It carries the mask, never the open value, so that no answer or log can leak it. */
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

interface Field {
  path: string
  text: string
  label?: string
}

const BLOCKED = '不能公开，请改成遮盖后的写法或删去'
const REVIEWED = '可能是个人信息，请核对；确实可以公开的要写明理由'

const issueOf = (field: string, finding: Pick<Finding, 'kind' | 'severity' | 'mask'>): PrivacyIssue => ({
  code: `privacy-${finding.kind}`,
  field,
  kind: finding.kind,
  severity: finding.severity,
  mask: finding.mask,
  message: `${KIND_NAMES[finding.kind]}${finding.severity === 'block' ? BLOCKED : REVIEWED}`,
})

/** Every text of a block with its path; the catalogue's label says what stands in it. */
function fieldsOf(block: ContentBlock, path: string): Field[] {
  const label = 'label' in block ? [{ path: `${path}.label`, text: block.label }] : []
  switch (block.type) {
    case 'text':
      return [...label, { path: `${path}.text`, text: block.text, label: block.label }]
    case 'facts':
      return [
        ...label,
        ...block.entries.flatMap((entry, index) => [
          { path: `${path}.entries.${index}.label`, text: entry.label },
          { path: `${path}.entries.${index}.value`, text: entry.value, label: entry.label },
        ]),
      ]
    case 'money':
      return [
        ...label,
        ...block.lines.flatMap((line, index) => [
          { path: `${path}.lines.${index}.item`, text: line.item },
          { path: `${path}.lines.${index}.handler`, text: line.handler ?? '', label: '经手人' },
          { path: `${path}.lines.${index}.voucher`, text: line.voucher ?? '', label: '凭证号' },
        ]),
      ]
    case 'recipients':
      return [
        ...label,
        ...block.rows.flatMap((row, index) => [
          { path: `${path}.rows.${index}.name`, text: row.name, label: '姓名' },
          { path: `${path}.rows.${index}.group`, text: row.group ?? '', label: '住址' },
          { path: `${path}.rows.${index}.scheme`, text: row.scheme },
          { path: `${path}.rows.${index}.standard`, text: row.standard ?? '' },
        ]),
      ]
    case 'attachments':
      return [
        ...label,
        ...block.files.map((file, index) => ({ path: `${path}.files.${index}.name`, text: file.name })),
      ]
    case 'nothing':
      return [{ path: `${path}.note`, text: block.note ?? '' }]
  }
}

const COUNTS_ONLY = new RegExp(FIELD_POLICY.countsOnly)

/** Groups shown as counts only 只公开人数: nobody in them is named, not even masked. */
const namedInCountsOnly = (block: ContentBlock, path: string): PrivacyIssue[] =>
  block.type === 'recipients'
    ? block.rows.flatMap((row, index) => {
        if (!COUNTS_ONLY.test(row.scheme)) return []
        const mask = `${row.scheme} ${row.persons} 人`
        const issue = issueOf(`${path}.rows.${index}.scheme`, { kind: 'minor', severity: 'review', mask })
        return [{ ...issue, message: `${row.scheme}的名单只公开人数，不逐人列出` }]
      })
    : []

/** Everything in a notice 公示内容 that may not, or perhaps should not, be published; in reading order. */
export function scanNoticeContent(
  content: NoticeContent,
  context: Pick<ScanContext, 'today'> = {},
): PrivacyIssue[] {
  const title: Field = { path: 'title', text: content.title }
  const ofFields = (fields: readonly Field[]): PrivacyIssue[] =>
    fields.flatMap(({ path, text, label }) =>
      text === '' ? [] : scanText(text, { ...context, label }).map(finding => issueOf(path, finding)),
    )
  return [
    ...ofFields([title]),
    ...content.blocks.flatMap((block, index) => [
      ...ofFields(fieldsOf(block, `blocks.${index}`)),
      ...namedInCountsOnly(block, `blocks.${index}`),
    ]),
  ]
}

const maskFindings = (text: string, context: ScanContext): string =>
  scanText(text, context)
    .filter(({ severity }) => severity === 'block')
    .reduceRight((masked, { start, end, mask }) => masked.slice(0, start) + mask + masked.slice(end), text)

/** The content as it may be kept 录入即遮盖: recipients' names and every blocked number masked, nothing else changed. */
export function maskNoticeContent(
  content: NoticeContent,
  context: Pick<ScanContext, 'today'> = {},
): NoticeContent {
  const open = (text: string, label?: string): string => maskFindings(text, { ...context, label })
  const maskBlock = (block: ContentBlock): ContentBlock => {
    switch (block.type) {
      case 'text':
        return { ...block, text: open(block.text, block.label) }
      case 'facts':
        return {
          ...block,
          entries: block.entries.map(entry => ({ ...entry, value: open(entry.value, entry.label) })),
        }
      case 'money':
        return { ...block, lines: block.lines.map(line => ({ ...line, item: open(line.item) })) }
      case 'recipients':
        return {
          ...block,
          rows: block.rows.map(row => ({ ...row, name: maskName(row.name), scheme: open(row.scheme) })),
        }
      case 'attachments':
        return block
      case 'nothing':
        return block.note ? { ...block, note: open(block.note) } : block
    }
  }
  return { ...content, title: open(content.title), blocks: content.blocks.map(maskBlock) }
}
