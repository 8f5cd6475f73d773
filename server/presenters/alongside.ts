import { periodLabel } from '@shared/domain/period'
import { comparePresented } from '@shared/presentation/compare'
import type { AlongsidePage, AlongsideSide } from '@shared/schemas/reading'
import type { Alongside } from '../queries/alongside'
import type { PublishedNotice } from '../queries/notices'
import type { OrgNames } from '../queries/orgs'
import { presentItemRef, presentRecord } from './item'
import { presentSummary } from './noticeSummary'
import { presentOrgPage, presentOrgRef } from './org'

const sideOf = (side: PublishedNotice | null, names: OrgNames): AlongsideSide | null =>
  side && {
    notice: presentSummary(side.publication, names),
    presented: presentRecord(side.item, side.publication.content),
  }

/** Public: 对照. Both sides go through the same presentation and are compared by its blocks. */
export function presentAlongside(input: Alongside): AlongsidePage {
  const { org, ancestors, street, issuerName, item, period } = input
  const names = new Map([org, street].map(({ _id, name }) => [_id, name]))
  const village = sideOf(input.village, names)
  const government = sideOf(input.government, names)
  return {
    org: presentOrgPage(org, ancestors),
    street: presentOrgRef(street),
    item: presentItemRef(item, issuerName),
    periodLabel: periodLabel(period),
    standard: presentRecord(item, null),
    village,
    government,
    comparison: comparePresented(village?.presented.blocks ?? null, government?.presented.blocks ?? null),
  }
}
