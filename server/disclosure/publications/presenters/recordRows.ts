import { chinaDate, dateLabel } from '@shared/common/period'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import type { NoticePage } from '@shared/contract/reading/site'

type Rows = string[][]

/** A presented block as rows of cells; bars repeat the table below them and are left out. */
export function blockRows(block: PresentedBlock): Rows {
  switch (block.kind) {
    case 'summary':
      return [[block.label, block.text]]
    case 'text':
      return [[block.label], ...block.paragraphs.map(paragraph => [paragraph])]
    case 'facts':
      return [[block.label], ...block.rows.map(({ label, value }) => [label, value])]
    case 'table':
      return [
        [block.label, ...(block.unit ? [`单位：${block.unit}`] : [])],
        block.columns.map(({ label }) => label),
        ...block.rows.map(({ cells }) => cells),
        ...block.totals.map(({ label, value }) => [label, value]),
      ]
    case 'files':
      return [[block.label], ...block.files.map(({ name, size }) => [name, size])]
    case 'bars':
      return []
  }
}

/** A notice's page as the rows of a sheet: the same presented record, nothing beside it. */
export function exportRows({ notice, org, presented }: NoticePage): Rows {
  const head = [
    [notice.title],
    ['公开单位', org.name],
    ['公开所属期', notice.periodLabel],
    ['公开日期', dateLabel(chinaDate(new Date(notice.publishedAt)))],
    ['版次', `第 ${notice.edition} 版`],
  ]
  return [...head, ...presented.blocks.flatMap(block => [[], ...blockRows(block)])]
}

/** A name for a file, without what no file name takes. */
export const fileName = (name: string, format: string): string =>
  name
    .replace(/[/\\:*?"<>|\p{Cc}\p{Cf}]/gu, ' ')
    .slice(0, 100)
    .trim() + `.${format}`

/** Name of the exported file: village, title and edition. */
export const exportName = ({ notice }: NoticePage, format: string): string =>
  fileName(`${notice.orgName}-${notice.title}-第${notice.edition}版`, format)
