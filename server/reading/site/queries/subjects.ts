import { trusted } from 'mongoose'
import { yuanText } from '@shared/common/money'
import { isStreet } from '@shared/common/orgKinds'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import type { Db } from '@server/platform/store/db'
import { caseSubject, noticeSubject, officeSubject, powerSubject, TERM_SUBJECTS } from '@server/domain/search/meaning/sources' // prettier-ignore
import type { Subject } from '@server/domain/search/meaning/subject'
import { CatalogueItems, type CatalogueItemRow } from '@server/catalogues/catalogue'
import { newestOf, publicBlocks, type PublicationSummary } from '@server/disclosure/publications'
import type { OrgRow } from '@server/people/orgs'
import { mattersUnderWay } from '@server/power/cases'
import { powersInForce } from '@server/power/lists'

/** Newest notices that are looked at, over all organisations; bounds the work of one request. */
const LOOKED_AT = 400
const LEAST_EACH = 4
const MOST_PLACES = LOOKED_AT / LEAST_EACH
/** Notices whose words are compared: the newest of each item. */
const COMPARED = 120
const CASES = 20

type ItemRow = Pick<CatalogueItemRow, '_id' | 'area' | 'path' | 'elements'>

/** What may be found in some places: its words, and the rows of the notices among it. */
export interface PlaceSubjects {
  subjects: Subject[]
  notices: ReadonlyMap<string, PublicationSummary>
}

async function newestOfItems(
  db: Db,
  places: readonly OrgRow[],
  keep: (row: PublicationSummary) => boolean,
): Promise<PublicationSummary[]> {
  const each = Math.max(LEAST_EACH, Math.floor(LOOKED_AT / places.length))
  const rows = await Promise.all(
    places.slice(0, MOST_PLACES).map(({ _id }) => newestOf(db, { orgCode: _id, live: true }, each)),
  )
  const newest = new Map<string, PublicationSummary>()
  for (const row of rows.flat().filter(keep)) {
    const known = newest.get(row.itemId)
    if (!known || row.publishedAt > known.publishedAt) newest.set(row.itemId, row)
  }
  return [...newest.values()].slice(0, COMPARED)
}

async function noticesIn(db: Db, rows: readonly PublicationSummary[]): Promise<Subject[]> {
  const [blocks, items] = await Promise.all([
    publicBlocks(db, rows),
    db
      .of(CatalogueItems)
      .find({ _id: trusted({ $in: rows.map(({ itemId }) => itemId) }) }, { area: 1, path: 1, elements: 1 })
      .lean<ItemRow[]>()
      .exec(),
  ])
  const byId = new Map(items.map(item => [item._id, item]))
  return rows.flatMap(row => {
    const item = byId.get(row.itemId)
    const shown: readonly PresentedBlock[] = blocks.get(row._id) ?? []
    return item ? [noticeSubject(row, item, shown)] : []
  })
}

/** What one organisation does besides its notices: powers, matters under way, people in office. */
async function besides(db: Db, org: OrgRow): Promise<Subject[]> {
  const offices = org.contacts.map(contact => officeSubject(org.name, contact))
  if (isStreet(org)) return offices
  const [powers, cases] = await Promise.all([powersInForce(db, org._id), mattersUnderWay(db, org._id, CASES)])
  const underWay = cases.map(({ amountFen, ...one }) =>
    caseSubject({ ...one, amount: amountFen === null ? null : yuanText(amountFen) }),
  )
  return [...powers.map(powerSubject), ...underWay, ...offices]
}

/**
 * Returns what a question about an organisation may be answered with; of notices the newest of each item that `keep`
 * lets pass, and nothing else where it narrows them.
 */
export async function subjectsOf(
  db: Db,
  org: OrgRow,
  places: readonly OrgRow[],
  keep: ((row: PublicationSummary) => boolean) | null,
): Promise<PlaceSubjects> {
  const rows = await newestOfItems(db, places, keep ?? (() => true))
  const [notices, others] = await Promise.all([noticesIn(db, rows), keep ? [] : besides(db, org)])
  return {
    subjects: [...notices, ...others, ...(keep ? [] : TERM_SUBJECTS)],
    notices: new Map(rows.map(row => [row.noticeId, row])),
  }
}
