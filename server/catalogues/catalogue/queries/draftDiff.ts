import { type PairSide, type Pairing, pair } from '@server/domain/catalogueDraft/pair'
import type { Db } from '@server/platform/store/db'
import { proposeScope } from '@server/domain/catalogueDraft/scope'
import type { DraftDiff } from '@shared/contract/catalogues/catalogueDraft'
import { filledFrom } from '@server/domain/catalogueDraft/filled'
import { type ComparedItem, type ItemUse, type PreparedList, itemsEnding, preparedList } from '../events'
import { type DraftContext, linesOf } from './catalogueDrafts'
import { Catalogues, type CatalogueRow } from '../models/catalogues'
import { CatalogueItems, type CatalogueItemRow } from '../models/catalogueItems'
import type { CatalogueDraftRow, DraftRow } from '../models/catalogueDrafts'
import { villagesUnder, type OrgRow } from '@server/people/orgs'

/** One area of a draft with the version in force. */
export interface AreaDiffData {
  area: string
  lines: DraftRow[]
  before: CatalogueRow | null
  items: readonly ComparedItem[]
  pairing: Pairing
  /** Items that stay although no row names them. */
  kept: readonly ComparedItem[]
}

/** Draft with the versions in force of its areas. */
export interface DraftDiffData extends DraftContext {
  areas: AreaDiffData[]
  /** Rows without an area that are not dropped. */
  nowhere: DraftRow[]
  scope: DraftDiff['scope']
  /** Version of the village's list that it is compared with; null for a street. */
  listVersion: number | null
}

const ofLine = ({ _id, columns }: DraftRow): PairSide => ({
  id: _id,
  area: columns.area ?? '',
  path: columns.path,
  elements: columns.elements,
})

const ofItem = ({ key, area, path, elements }: ComparedItem): PairSide => ({
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

/** Decides what becomes of the items that a draft does not name; proposed until a person decides. */
function scopeOf(
  { title, source, scope }: CatalogueDraftRow,
  areas: readonly AreaDiffData[],
): DraftDiff['scope'] {
  const count = (of: (area: AreaDiffData) => number) => areas.reduce((sum, area) => sum + of(area), 0)
  const inForce = count(({ items }) => items.length)
  const gone = count(({ pairing }) => pairing.gone.length)
  const shares = { inForce, named: inForce - gone, rows: count(({ lines }) => lines.length) }
  const { scope: proposed, because } = proposeScope(`${title ?? ''} ${source.file}`, shares)
  return { asked: gone > 0, chosen: scope ?? null, proposed, because }
}

/** Keeps the items that no row names. */
const keeping = (area: AreaDiffData): AreaDiffData => {
  const gone = new Set(area.pairing.gone)
  return {
    ...area,
    kept: area.items.filter(({ key }) => gone.has(key)),
    pairing: { ...area.pairing, gone: [] },
  }
}

type Compared = Pick<AreaDiffData, 'area' | 'before'> & Pick<CatalogueDraftRow, 'successors'>

const comparedArea = (
  items: readonly ComparedItem[],
  lines: DraftRow[],
  { area, before, successors }: Compared,
): AreaDiffData => ({
  area,
  lines,
  before,
  items,
  pairing: pair(items.map(ofItem), lines.map(ofLine), successors),
  kept: [],
})

/** Compares rows with a village's list; what the file leaves empty stays as the list says it. */
function withList(list: PreparedList, lines: DraftRow[], compared: Compared): AreaDiffData {
  const items = list.items.filter(item => item.area === compared.area)
  const found = comparedArea(items, lines, compared)
  const { same, renamed } = found.pairing
  const keys = new Map([...same, ...renamed.map(({ rowId, key }) => [rowId, key] as const)])
  const filled = lines.map(line => {
    const item = items.find(({ key }) => key === keys.get(line._id))
    return item ? { ...line, columns: filledFrom(line.columns, item, item.ofStreet) } : line
  })
  return { ...found, lines: filled }
}

/** Compares a draft with the versions in force, or a village's with the list that it prepares, area by area. */
export async function loadDraftDiff(db: Db, work: DraftContext): Promise<DraftDiffData> {
  const { draft, org } = work
  const list = (await db.ask(preparedList, { org })).find(one => one !== null) ?? null
  const lines = (await linesOf(db, draft._id)).filter(({ dropped }) => dropped === null)
  const areas: AreaDiffData[] = []
  for (const [area, own] of byArea(lines)) {
    const { before, items } = await inForce(db, org._id, area)
    const compare = { area, before, successors: draft.successors }
    areas.push(list ? withList(list, own, compare) : comparedArea(items, own, compare))
  }
  const scope = scopeOf(draft, areas)
  return {
    ...work,
    areas: (scope.chosen ?? scope.proposed) === 'amend' ? areas.map(keeping) : areas,
    nowhere: lines.filter(({ columns }) => columns.area === null),
    scope,
    listVersion: list?.version ?? null,
  }
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
