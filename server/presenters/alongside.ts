import { periodLabel } from '@shared/domain/period'
import { comparePresented } from '@shared/presentation/compare'
import type { AlongsidePage, AlongsideSide } from '@shared/schemas/reading'
import type { CatalogueItemRow, OrgRow } from '../models'
import type { PublishedNotice } from '../queries/notices'
import { presentItemRef, presentRecord } from './item'
import { presentSummary } from './noticeSummary'
import { presentOrgPage, presentOrgRef } from './org'

interface AlongsideInput {
  org: OrgRow
  ancestors: readonly OrgRow[]
  street: OrgRow
  issuerName: string
  item: CatalogueItemRow
  period: string
  village: PublishedNotice | null
  government: PublishedNotice | null
}

const sideOf = (side: PublishedNotice | null, orgName: string): AlongsideSide | null =>
  side && {
    notice: presentSummary(side.publication, orgName),
    presented: presentRecord(side.item, side.publication.content),
  }

/** Public: 对照. Both sides go through the same presentation and are compared by its blocks. */
export function presentAlongside(input: AlongsideInput): AlongsidePage {
  const { org, ancestors, street, issuerName, item, period } = input
  const village = sideOf(input.village, org.name)
  const government = sideOf(input.government, street.name)
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
