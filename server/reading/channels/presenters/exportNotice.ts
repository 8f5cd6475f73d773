import type { NoticePage } from '@shared/contract/reading/site'
import { dateLabel, chinaDate } from '@shared/common/period'
import { dayCell } from '@server/documents/xlsx/cells'
import { fileName } from '@server/platform/download'
import { type Rows, blockRows } from '@server/disclosure/publications'

/** Returns a notice's page as rows of a sheet, from the same presented record. */
export function exportRows({ notice, org, presented }: NoticePage): Rows {
  const head: Rows = [
    [notice.title],
    ['公开单位', org.name],
    ['公开所属期', notice.periodLabel],
    ['公开日期', dayCell(dateLabel(chinaDate(new Date(notice.publishedAt))))],
    ['版次', `第 ${notice.edition} 版`],
  ]
  return [...head, ...presented.blocks.flatMap(block => [[], ...blockRows(block)])]
}

/** Returns the name of the exported file: village, title and edition. */
export const exportName = ({ notice }: NoticePage, format: string): string =>
  fileName(`${notice.orgName}-${notice.title}-第${notice.edition}版`, format)
