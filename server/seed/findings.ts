import { isStreet, isVillage } from '@shared/domain/orgKinds'
import { type DisclosedMatter, differencesIn, newFinding, systemEvent } from '../commands/refreshFindings'
import type { CatalogueItemRow, FindingEventRow, FindingRow, OrgRow, PublicationRow } from '../models'
import { seedId } from './ids'

export interface SeededFindings {
  findings: FindingRow[]
  events: FindingEventRow[]
}

const place = ({ itemKey, period }: PublicationRow, orgCode: string, regards: string | null): string =>
  [orgCode, itemKey, period, regards ?? ''].join('|')

/** What differs between the demonstration's villages and their streets, as the publishing of the later side would have found it. */
export function seedFindings(
  orgs: readonly OrgRow[],
  publications: readonly PublicationRow[],
  items: ReadonlyMap<string, CatalogueItemRow>,
): SeededFindings {
  const places = new Map(orgs.map(org => [org._id, org]))
  const live = publications.filter(row => row.live)
  const byPlace = new Map(live.map(row => [place(row, row.orgCode, row.regards), row]))
  const matters = live.flatMap((row): DisclosedMatter[] => {
    const village = places.get(row.orgCode)
    const street = village && isVillage(village) ? village.path.map(code => places.get(code)).find(org => org && isStreet(org)) : undefined // prettier-ignore
    if (!village || !street) return []
    const other =
      byPlace.get(place(row, street._id, village._id)) ?? byPlace.get(place(row, street._id, null))
    if (!other) return []
    const side = (publication: PublicationRow) => ({ publication, item: items.get(publication.itemId)! })
    const { itemKey, period } = row
    return [{ village, street, itemKey, period, ours: side(row), theirs: side(other) }]
  })
  const findings = matters.flatMap(matter => {
    const at = new Date(
      Math.max(...[matter.ours, matter.theirs].map(({ publication }) => publication.publishedAt.getTime())),
    )
    const { noticeId } = matter.ours.publication
    return differencesIn(matter, at).map(found =>
      newFinding(matter, found, seedId('fnd', noticeId, found.field, found.kind), at),
    )
  })
  const events = findings.map(row => systemEvent(row, 'found', '发现不一致', seedId('fev', row._id)))
  return { findings, events }
}
