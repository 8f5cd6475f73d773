import { isStreet, isVillage } from '@shared/common/orgKinds'
import { discrepancyStep } from '@server/disclosure/discrepancies/states'
import {
  type DisclosedPair,
  differencesIn,
  newDiscrepancy,
  systemEvent,
} from '@server/disclosure/discrepancies/commands/refreshDiscrepancies'
import { seedId } from '../ids'
import { personaOf } from '../personas'
import { userIdOf } from '../noticeRows'
import type { CatalogueItemRow } from '@server/catalogues/catalogue/models/catalogueItems'
import type {
  DiscrepancyEventRow,
  DiscrepancyRow,
} from '@server/disclosure/discrepancies/models/discrepancies'
import type { OrgRow } from '@server/people/orgs/models/orgs'
import type { PublicationRow } from '@server/disclosure/publications/models/publications'

export interface SeededDiscrepancies {
  discrepancies: DiscrepancyRow[]
  events: DiscrepancyEventRow[]
}

const HOUR = 3_600_000
const COMMENT = '请核对这一处，和街道台账对不上。'
const ANSWER = '街道按核准时的人数公开，村里按发放时的人数公开，差的一户是当月新增。'

/** Adds comments of both sides to the first discrepancy; none is in the future. */
function spoken(
  row: DiscrepancyRow,
  names: ReadonlyMap<string, OrgRow>,
  now: Date,
): [DiscrepancyRow, DiscrepancyEventRow[]] {
  const { _id, orgCode, streetCode, updatedAt } = row
  const says = (event: 'comment' | 'answer', version: number, words: string): DiscrepancyEventRow => {
    const by = event === 'comment' ? personaOf(streetCode, 'street-clerk') : personaOf(orgCode, 'head')
    const village = names.get(orgCode)
    const committee = `${village?.name}${village?.kind === 'village' ? '村委会' : '居委会'}`
    return {
      _id: seedId('fev', _id, event),
      discrepancyId: _id,
      orgCode,
      version,
      event,
      label: discrepancyStep('open', event)?.label ?? '',
      by: userIdOf(by),
      byName: by.name,
      body: event === 'comment' ? (names.get(streetCode)?.name ?? '') : committee,
      text: words,
      correctBy: null,
      at: new Date(updatedAt.getTime() + version * HOUR),
    }
  }
  const events = [says('comment', 2, COMMENT), says('answer', 3, ANSWER)]
  const last = events.at(-1)!
  if (last.at > now) return [row, []]
  return [{ ...row, state: 'answered', version: last.version, updatedAt: last.at }, events]
}

const place = ({ itemKey, period }: PublicationRow, orgCode: string, regards: string | null): string =>
  [orgCode, itemKey, period, regards ?? ''].join('|')

/** Builds the discrepancies between villages and their streets, as found at the publication of the later side. */
export function seedDiscrepancies(
  orgs: readonly OrgRow[],
  publications: readonly PublicationRow[],
  items: ReadonlyMap<string, CatalogueItemRow>,
  now: Date,
): SeededDiscrepancies {
  const places = new Map(orgs.map(org => [org._id, org]))
  const live = publications.filter(row => row.live)
  const byPlace = new Map(live.map(row => [place(row, row.orgCode, row.regards), row]))
  const matters = live.flatMap((row): DisclosedPair[] => {
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
  const discrepancies = matters.flatMap(matter => {
    const at = new Date(
      Math.max(...[matter.ours, matter.theirs].map(({ publication }) => publication.publishedAt.getTime())),
    )
    const { noticeId } = matter.ours.publication
    return differencesIn(matter).map(found =>
      newDiscrepancy(matter, found, seedId('fnd', noticeId, found.field, found.kind), at),
    )
  })
  const events = discrepancies.map(row => systemEvent(row, 'found', '发现不一致', seedId('fev', row._id)))
  const [first, ...rest] = discrepancies
  if (!first) return { discrepancies, events }
  const [discussed, said] = spoken(first, places, now)
  return { discrepancies: [discussed, ...rest], events: [...events, ...said] }
}
