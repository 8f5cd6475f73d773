import { type PairSide, type Pairing, pair } from '@server/domain/catalogueDraft/pair'
import type { Db } from '@server/platform/store/db'
import { type ItemUse, itemsEnding } from '../events'
import { type DraftContext, linesOf } from './catalogueDrafts'
import { Catalogues, type CatalogueRow } from '../models/catalogues'
import { CatalogueItems, type CatalogueItemRow } from '../models/catalogueItems'
import type { DraftRow } from '../models/catalogueDrafts'
import { villagesUnder, type OrgRow } from '@server/people/orgs'

/** One area of a draft with the version in force. */
export interface AreaDiffData {
  area: string
  lines: DraftRow[]
  before: CatalogueRow | null
  items: CatalogueItemRow[]
  pairing: Pairing
}

/** Draft with the versions in force of its areas. */
export interface DraftDiffData extends DraftContext {
  areas: AreaDiffData[]
  /** Rows without an area that are not dropped. */
  nowhere: DraftRow[]
}

const ofLine = ({ _id, columns }: DraftRow): PairSide => ({
  id: _id,
  area: columns.area ?? '',
  path: columns.path,
  elements: columns.elements,
})

const ofItem = ({ key, area, path, elements }: CatalogueItemRow): PairSide => ({
  id: key,
  area,
  path,
  elements,
})

function byArea(lines: readonly DraftRow[]): Map<string, DraftRow[]> {
  const areas = new Map<string, DraftRow[]>()
  for (const line of lines) {
    const { area } = line.columns
    if (area !== null) areas.set(area, [...(areas.get(area) ?? []), line])
  }
  return areas
}

/** Loads the version of an area in force with its items. */
async function inForce(db: Db, orgCode: string, area: string) {
  const before = await db.of(Catalogues).findOne({ orgCode, active: true, area }).lean<CatalogueRow>().exec()
  const items = before
    ? await db
        .of(CatalogueItems)
        .find({ catalogueId: before._id })
        .sort({ order: 1 })
        .lean<CatalogueItemRow[]>()
        .exec()
    : []
  return { before, items }
}

/** Compares a draft with the versions in force, area by area. */
export async function loadDraftDiff(db: Db, work: DraftContext): Promise<DraftDiffData> {
  const { draft, org } = work
  const lines = (await linesOf(db, draft._id)).filter(({ dropped }) => dropped === null)
  const areas: AreaDiffData[] = []
  for (const [area, own] of byArea(lines)) {
    const { before, items } = await inForce(db, org._id, area)
    const pairing = pair(items.map(ofItem), own.map(ofLine), draft.successors)
    areas.push({ area, lines: own, before, items, pairing })
  }
  return { ...work, areas, nowhere: lines.filter(({ columns }) => columns.area === null) }
}

/** Remaining uses of an item that a draft removes. */
export interface StillBound {
  /** Obligations 公开义务 not yet fulfilled. */
  obligations: number
  notices: number
  villages: number
}

/** Counts the remaining uses of items about to end, by key. */
export async function boundTo(
  db: Db,
  org: OrgRow,
  keys: readonly string[],
): Promise<ReadonlyMap<string, StillBound>> {
  if (keys.length === 0) return new Map()
  const orgs = [org, ...(await villagesUnder(db, org._id))]
  const uses = (await db.ask(itemsEnding, { issuerCode: org._id, orgs, keys })).flat()
  const of = (key: string): StillBound => {
    const own = (kind: ItemUse['kind']) => uses.filter(use => use.kind === kind && use.key === key)
    return {
      obligations: own('obligations').length,
      notices: own('notices').length,
      villages: new Set(own('villages').flatMap(({ orgCode }) => (orgCode === org._id ? [] : [orgCode])))
        .size,
    }
  }
  return new Map(keys.map(key => [key, of(key)]))
}
