import { chinaDate, dateLabel } from '@shared/domain/period'
import type { NoticePage } from '@shared/schemas/reading'
import type { OrgRow } from '../models'
import type { EditionRow, PublishedNotice } from '../queries/notices'
import { presentItemRef, presentRecord } from './item'
import { presentSummary } from './noticeSummary'
import { presentOrgPage } from './org'

interface NoticeInput {
  published: PublishedNotice
  org: OrgRow
  ancestors: readonly OrgRow[]
  /** Name of the organisation whose catalogue the item stands in. */
  issuerName: string
  editions: readonly EditionRow[]
}

/** Public: a notice with everything its page shows. The share card names village and date, never a person. */
export function presentNoticePage({
  published,
  org,
  ancestors,
  issuerName,
  editions,
}: NoticeInput): NoticePage {
  const { publication, item } = published
  const date = dateLabel(chinaDate(publication.publishedAt))
  return {
    notice: {
      ...presentSummary(publication, org.name),
      regards: publication.regards,
      author: publication.author,
    },
    org: presentOrgPage(org, ancestors),
    item: presentItemRef(item, issuerName),
    presented: presentRecord(item, publication.content),
    signOff: publication.signOff,
    editions: editions.map(({ edition, publishedAt, reason }) => ({
      edition,
      publishedAt: publishedAt.toISOString(),
      reason,
    })),
    share: {
      title: `${org.name}｜${publication.title}（${date}）`,
      path: `/pages/notice/index?id=${publication.noticeId}`,
    },
  }
}
