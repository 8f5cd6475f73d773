import { periodLabel } from '@shared/common/period'
import type { Disclosure } from '@server/domain/comparison/compareDisclosures'
import { compareSides, owesOf } from '@server/domain/comparison/compareSides'
import type { AlongsidePage, AlongsideSide } from '@shared/contract/reading/site'
import type { Alongside } from '../queries/comparison'
import { presentPublicDiscrepancy } from './discrepancy'
import {
  type PresentedNotice,
  presentEdition,
  presentRecord,
  presentSummary,
  isOver,
  namesUntil,
} from '@server/disclosure/publications'
import { type OrgNames, presentOrgPage, presentOrgRef } from '@server/people/orgs'
import { presentItemRef } from '@server/catalogues/catalogue'

const sideOf = (side: PresentedNotice | null, names: OrgNames, folded: boolean): AlongsideSide | null =>
  side && { notice: presentSummary(side.publication, names), presented: presentEdition(side, folded) }

const disclosureOf = (side: PresentedNotice | null): Disclosure | null =>
  side && { item: side.item, content: side.publication.content }

/**
 * Public: the comparison 对照 of two disclosures as they were published. Once the publicity period of either is over,
 * lists of both are reduced to sums and to how many rows differ.
 */
export function presentAlongside(input: Alongside, now: Date): AlongsidePage {
  const { org, ancestors, street, issuerName, item, period } = input
  const names = new Map([org, street].map(({ _id, name }) => [_id, name]))
  const shown = [input.village, input.government].flatMap(side => side?.publication ?? [])
  const folded = shown.some(publication => isOver(publication, now))
  const village = sideOf(input.village, names, folded)
  const government = sideOf(input.government, names, folded)
  const owes = owesOf(item, item.orgCode !== street._id && item.orgCode === org._id)
  const sides = [disclosureOf(input.village), disclosureOf(input.government)] as const
  const comparison = compareSides(...sides, { folded, owes })
  return {
    org: presentOrgPage(org, ancestors),
    street: presentOrgRef(street),
    item: presentItemRef(item, issuerName),
    periodLabel: periodLabel(period),
    standard: presentRecord(item, null),
    village,
    government,
    owes,
    comparison,
    namesUntil: folded ? null : namesUntil(shown, now),
    discrepancies: input.discrepancies.map(one =>
      presentPublicDiscrepancy(one, { folded, fields: comparison.fields }),
    ),
  }
}
