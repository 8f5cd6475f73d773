import { trusted } from 'mongoose'
import { type PairSide, type Pairing, pair } from '@server/domain/catalogueDraft/pair'
import { IN_WORK } from '@server/disclosure/notices/states'
import type { NoticeState } from '@shared/contract/disclosure/notice'
import type {
  CatalogueDraftLineRow,
  CatalogueItemRow,
  CatalogueRow,
  ItemLinkRow,
  Models,
  NoticeRow,
  ObligationRow,
  OrgRow,
} from '@server/platform/store/collections'
import { type DraftContext, linesOf } from './catalogueDrafts'
import { villagesUnder } from '@server/people/orgs/queries/orgs'

/** One area of a draft beside the version in force. */
export interface AreaDiffData {
  area: string
  lines: CatalogueDraftLineRow[]
  before: CatalogueRow | null
  items: CatalogueItemRow[]
  pairing: Pairing
}

/** A draft beside what is in force. */
export interface DraftDiffData extends DraftContext {
  areas: AreaDiffData[]
  /** Rows that stay but belong to no area yet. */
  nowhere: CatalogueDraftLineRow[]
}

const ofLine = ({ _id, columns }: CatalogueDraftLineRow): PairSide => ({
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

function byArea(lines: readonly CatalogueDraftLineRow[]): Map<string, CatalogueDraftLineRow[]> {
  const areas = new Map<string, CatalogueDraftLineRow[]>()
  for (const line of lines) {
    const { area } = line.columns
    if (area !== null) areas.set(area, [...(areas.get(area) ?? []), line])
  }
  return areas
}

/** The version of an area in force with its items. */
async function inForce(models: Models, orgCode: string, area: string) {
  const before = await models.catalogues.findOne({ orgCode, active: true, area }).lean<CatalogueRow>().exec()
  const items = before
    ? await models.catalogueItems
        .find({ catalogueId: before._id })
        .sort({ order: 1 })
        .lean<CatalogueItemRow[]>()
        .exec()
    : []
  return { before, items }
}

/** Lays a draft beside what is in force, area by area. */
export async function loadDraftDiff(models: Models, work: DraftContext): Promise<DraftDiffData> {
  const { draft, org } = work
  const lines = (await linesOf(models, draft._id)).filter(({ dropped }) => dropped === null)
  const areas: AreaDiffData[] = []
  for (const [area, own] of byArea(lines)) {
    const { before, items } = await inForce(models, org._id, area)
    const pairing = pair(items.map(ofItem), own.map(ofLine), draft.successors)
    areas.push({ area, lines: own, before, items, pairing })
  }
  return { ...work, areas, nowhere: lines.filter(({ columns }) => columns.area === null) }
}

const ON_THE_WAY: readonly NoticeState[] = [...IN_WORK, 'ordered']

/** What still goes by an item that a draft has no more. */
export interface StillBound {
  /** 公开义务 that are not done. */
  duties: number
  notices: number
  villages: number
}

/** Notices of the street and its villages that are on the way, one entry for each, by the key of their item. */
async function noticesOnTheWay(models: Models, orgs: readonly OrgRow[], keys: readonly string[]) {
  const found = await Promise.all(
    orgs.map(({ _id }) =>
      models.notices
        .find({ orgCode: _id, itemKey: trusted({ $in: [...keys] }) }, { itemKey: 1, state: 1 })
        .lean<Pick<NoticeRow, 'itemKey' | 'state'>[]>()
        .exec(),
    ),
  )
  return found.flat().filter(({ state }) => ON_THE_WAY.includes(state))
}

/** Duties of the street and its villages that are not done, one entry for each. */
async function obligationsRunning(models: Models, orgs: readonly OrgRow[], keys: readonly string[]) {
  const found = await Promise.all(
    orgs.map(({ _id }) =>
      models.obligations
        .find({ orgCode: _id, itemKey: trusted({ $in: [...keys] }) }, { itemKey: 1, status: 1 })
        .lean<Pick<ObligationRow, 'itemKey' | 'status'>[]>()
        .exec(),
    ),
  )
  return found.flat().filter(({ status }) => status === 'open' || status === 'unresolved')
}

/** Villages whose list goes by an item, as it stands or by a confirmed link; one entry for each. */
async function villagesBound(models: Models, issuerCode: string, orgs: readonly OrgRow[]) {
  const links = await models.itemLinks
    .find({ issuerCode, state: 'confirmed' }, { villageCode: 1, itemKey: 1 })
    .lean<Pick<ItemLinkRow, 'villageCode' | 'itemKey'>[]>()
    .exec()
  const lists = await models.villageLists
    .find({ _id: trusted({ $in: orgs.map(({ _id }) => _id) }) }, { 'lines.key': 1 })
    .lean<{ _id: string; lines: { key: string }[] }[]>()
    .exec()
  return [
    ...links.map(({ villageCode, itemKey }) => ({ village: villageCode, key: itemKey })),
    ...lists.flatMap(({ _id, lines }) => lines.map(({ key }) => ({ village: _id, key }))),
  ]
}

/** What goes by items that are to end, by key. */
export async function boundTo(
  models: Models,
  org: OrgRow,
  keys: readonly string[],
): Promise<ReadonlyMap<string, StillBound>> {
  if (keys.length === 0) return new Map()
  const orgs = [org, ...(await villagesUnder(models, org._id))]
  const notices = await noticesOnTheWay(models, orgs, keys)
  const villages = await villagesBound(models, org._id, orgs)
  const obligations = await obligationsRunning(models, orgs, keys)
  const of = (key: string): StillBound => ({
    duties: obligations.filter(({ itemKey }) => itemKey === key).length,
    notices: notices.filter(({ itemKey }) => itemKey === key).length,
    villages: new Set(villages.filter(bound => bound.key === key).map(({ village }) => village)).size,
  })
  return new Map(keys.map(key => [key, of(key)]))
}
