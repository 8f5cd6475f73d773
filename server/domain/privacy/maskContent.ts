import { FIELD_POLICY } from '@shared/facts/disclosure/fieldPolicy'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'
import { fieldsOfContent, withTexts } from './contentFields'
import { maskName } from './detectors/names'
import { type FieldFinding, findingsInContent } from './notice'
import type { ScanContext } from './types'
import { withoutCountedNames, isCounted } from '@shared/content/countedRows'

/** Inserts the masks from the last to the first; overlapping findings are masked as one. */
function maskedText(text: string, findings: readonly FieldFinding[]): string {
  const whole = findings.find(({ span }) => span === null)
  if (whole) return whole.mask
  let masked = text
  let next = Number.POSITIVE_INFINITY
  const fromTheEnd = findings
    .flatMap(({ span, mask }) => (span ? [{ ...span, mask }] : []))
    .sort((a, b) => b.start - a.start || b.end - a.end)
  for (const { start, end, mask } of fromTheEnd) {
    if (start >= next) continue
    masked = masked.slice(0, start) + mask + masked.slice(Math.min(end, next))
    next = start
  }
  return masked
}

const recipientsMasked = (block: ContentBlock): ContentBlock =>
  block.type === 'recipients'
    ? withoutCountedNames({
        ...block,
        rows: block.rows.map(row => (isCounted(row) ? row : { ...row, name: maskName(row.name) })),
      })
    : block

/** Returns the content with the findings masked, and recipients named by their surname only. */
export function maskFindings(content: NoticeContent, findings: readonly FieldFinding[]): NoticeContent {
  const byField = new Map<string, FieldFinding[]>()
  for (const finding of findings) {
    const known = byField.get(finding.field)
    if (known) known.push(finding)
    else byField.set(finding.field, [finding])
  }
  const words = new Map<string, string>()
  for (const { path, text } of fieldsOfContent(content)) {
    const found = byField.get(path)?.filter(({ mask }) => mask !== FIELD_POLICY.countsOnlyName)
    if (found && found.length > 0) words.set(path, maskedText(text, found))
  }
  const masked = withTexts(content, words)
  return { ...masked, blocks: masked.blocks.map(recipientsMasked) }
}

/** Masks the content before it is stored 录入即遮盖: recipients' names and every blocked number, nothing else. */
export const maskNoticeContent = (
  content: NoticeContent,
  context: Pick<ScanContext, 'today'> = {},
): NoticeContent =>
  maskFindings(
    content,
    findingsInContent(content, context).filter(
      ({ severity, field }) => severity === 'block' && !/\.(?:files|images)\.\d+\.name$/.test(field),
    ),
  )
