import { chinaDate, dateLabel, periodLabel } from '@shared/common/period'
import { hasNames } from '@shared/presentation/fold'
import { presentationOf } from '@shared/presentation/version'
import { againstLast, perHead } from '../explain'
import type { Erasure, LedgerRef } from '@shared/contract/disclosure/ledger'
import type { RemovedNotice } from '@shared/contract/disclosure/removedNotice'
import type { ObjectionCounts } from '@shared/contract/participation/objection'
import type { NoticePage } from '@shared/contract/reading/site'
import {
  type EditionRow,
  type PresentedNotice,
  presentEdition,
  presentSummary,
  isOver,
  namesUntil,
  shownContent,
} from '@server/disclosure/publications'
import { type OrgNames, presentOrgPage, type OrgRow } from '@server/people/orgs'
import { presentChannels, type ChannelProofRow } from '@server/reading/channels'
import { presentItemRef } from '@server/catalogues/catalogue'
import type { NoticeRow } from '@server/disclosure/notices'

interface NoticeInput {
  published: PresentedNotice
  org: OrgRow
  ancestors: readonly OrgRow[]
  /** Name of the organisation whose catalogue contains the item. */
  issuerName: string
  names: OrgNames
  editions: readonly EditionRow[]
  /** The ledger's entry of the shown edition. */
  recorded: LedgerRef | null
  erasures: readonly Erasure[]
  objections: ObjectionCounts
  /** Order of the town that is in force for the notice. */
  order: NoticeRow['order']
  /** Channel proofs of the shown edition. */
  proofs: readonly ChannelProofRow[]
  /** What was published for the period just before. */
  last: PresentedNotice['publication'] | null
  removal?: RemovedNotice | undefined
  now: Date
}

function explainedOf({ published: { publication }, last, now }: NoticeInput): Pick<NoticePage, 'explained'> {
  if (publication.withdrawn) return {}
  const content = shownContent(publication, now)
  const against = last && againstLast(content, shownContent(last, now))
  const sentences = [perHead(content), against].filter(sentence => sentence !== null)
  if (sentences.length === 0) return {}
  const link = against && last ? { id: last.noticeId, periodLabel: periodLabel(last.period) } : null
  return { explained: { sentences, last: link } }
}

/** Public: a notice with everything its page shows. The share card names village and date, never a person. */
export function presentNoticePage(input: NoticeInput): NoticePage {
  const { org, ancestors, issuerName, names, editions, recorded, erasures, order, now } = input
  const { publication, item } = input.published
  const date = dateLabel(chinaDate(publication.publishedAt))
  const over = isOver(publication, now)
  const summary = presentSummary(publication, names)
  const about = summary.regardsName ? `·${summary.regardsName}` : ''
  return {
    notice: {
      ...summary,
      regards: publication.regards,
      author: publication.author,
    },
    org: presentOrgPage(org, ancestors),
    item: presentItemRef(item, issuerName),
    presented: presentEdition(input.published, over),
    ...explainedOf(input),
    publicity: {
      ...publication.publicity,
      over,
      folded: over && hasNames(publication.content, presentationOf(publication)),
      ...(publication.publicityMoved && { moved: publication.publicityMoved }),
    },
    namesUntil: namesUntil([publication], now),
    meeting: publication.meeting && {
      heldOn: publication.meeting.heldOn,
      decision: publication.meeting.decision,
    },
    order,
    withdrawn: publication.withdrawn,
    ...(input.removal && { removal: input.removal }),
    signOff: publication.signOff,
    objections: input.objections,
    ...(recorded && { ledger: { index: recorded.index, leaf: recorded.leaf } }),
    ...(erasures.length > 0 && { erasures: [...erasures] }),
    editions: editions.map(({ edition, publishedAt, reason, withdrawn }) => ({
      edition,
      publishedAt: publishedAt.toISOString(),
      reason,
      withdrawn: withdrawn !== null,
    })),
    channels: presentChannels({ published: input.published, org, proofs: input.proofs, now }),
    share: {
      title: `${org.name}${about}｜${summary.title}（${date}）`,
      path: `/pages/notice/index?id=${publication.noticeId}`,
    },
    ...(publication.printed && { printed: publication.printed }),
  }
}
