import { adoptedLine, addedLine, reachesVillage } from '@server/domain/villageCatalogue/lines'
import type { VillageItem } from '@shared/contract/catalogues/villageCatalogue'
import { ownKey } from '@server/catalogues/villageCatalogue/commands/addVillageItem'
import { listVersion } from '@server/catalogues/villageCatalogue/commands/villageCatalogueVersion'
import type { SeedCatalogue } from './catalogues'
import data from '../data/villageLists.json'
import { seedId } from '../ids'
import { personaOf } from '../personas'
import { userIdOf } from '../noticeRows'
import type { CatalogueItemRow } from '@server/catalogues/catalogue/models/catalogueItems'
import type { ItemLinkRow } from '@server/catalogues/villageCatalogue/models/itemLinks'
import type { VillageCatalogueRemarkRow } from '@server/catalogues/villageCatalogue/models/villageCatalogueRemarks'
import type { OrgRow } from '@server/people/orgs/models/orgs'
import type { VillageCatalogueRow } from '@server/catalogues/villageCatalogue/models/villageCatalogues'

export interface SeededLists {
  lists: VillageCatalogueRow[]
  /** Areas of the village catalogues in force. */
  catalogues: SeedCatalogue[]
  links: ItemLinkRow[]
  remarks: VillageCatalogueRemarkRow[]
}

type ListData = (typeof data)[number]

const OWN_AREA = '村务公开'
const VERSION = 1

const nameOf = (path: readonly string[]) => path.join('/')

function linesOf({ village, without, own }: ListData, items: readonly CatalogueItemRow[]): VillageItem[] {
  const adopted = items.filter(item => reachesVillage(item) && !without.includes(nameOf(item.path)))
  const added = own.map(({ path, elements, deadline }) =>
    addedLine(ownKey(village, OWN_AREA, path), OWN_AREA, path, { elements, deadline }),
  )
  return [...adopted.map(adoptedLine), ...added]
}

function versionsOf(org: OrgRow, lines: readonly VillageItem[], at: Date): SeedCatalogue[] {
  const areas = [...new Set(lines.map(({ area }) => area))]
  return areas.map(area => {
    const id = (prefix: 'cat' | 'itm', key: string) => seedId(prefix, org._id, 'list', area, key)
    return listVersion(
      { org, area, lines: lines.filter(line => line.area === area), version: VERSION, at },
      id,
    )
  })
}

const itemNamed = (items: readonly CatalogueItemRow[], name: string) =>
  items.find(({ path }) => nameOf(path) === name)!

/** Builds a link made outdated by a new version of the street's catalogue. */
function staleLink(
  { village, stale }: ListData,
  street: string,
  items: readonly CatalogueItemRow[],
  at: Date,
): ItemLinkRow {
  const clerk = personaOf(street, 'street-clerk')
  const successor = itemNamed(items, stale.now)
  return {
    _id: seedId('lnk', village, stale.line),
    villageCode: village,
    villageKey: ownKey(village, OWN_AREA, [stale.line]),
    issuerCode: street,
    itemKey: seedId('itm', street, nameOf(stale.was)),
    relation: 'same',
    state: 'stale',
    score: 1,
    reasons: ['名称相同'],
    villagePath: [stale.line],
    itemPath: stale.was,
    successorKey: successor.key,
    decidedBy: userIdOf(clerk),
    decidedByName: clerk.name,
    decidedAt: at,
    version: 1,
  }
}

function remarkOn(
  { village, remark }: ListData,
  street: OrgRow,
  items: readonly CatalogueItemRow[],
  at: Date,
): VillageCatalogueRemarkRow {
  const clerk = personaOf(street._id, 'street-clerk')
  return {
    _id: seedId('lrm', village, remark.text),
    orgCode: village,
    itemKey: itemNamed(items, remark.item).key,
    text: remark.text,
    by: userIdOf(clerk),
    byName: clerk.name,
    body: street.name,
    at,
  }
}

/** Builds the village catalogues 村（居）公开清单, in force since `from`. */
export function seedLists(
  orgs: readonly OrgRow[],
  catalogues: readonly SeedCatalogue[],
  from: Date,
): SeededLists {
  const seeded: SeededLists = { lists: [], catalogues: [], links: [], remarks: [] }
  for (const one of data) {
    const org = orgs.find(({ _id }) => _id === one.village)!
    const street = orgs.find(({ _id }) => _id === org.parentCode)!
    const items = catalogues.filter(({ catalogue }) => catalogue.orgCode === street._id).flatMap(one => one.items) // prettier-ignore
    const lines = linesOf(one, items)
    const none = { removed: [], writers: [], writerNames: [] }
    seeded.lists.push({
      _id: org._id,
      version: VERSION,
      inForce: VERSION,
      items: lines,
      ...none,
      updatedAt: from,
    })
    seeded.catalogues.push(...versionsOf(org, lines, from))
    seeded.links.push(staleLink(one, street._id, items, from))
    seeded.remarks.push(remarkOn(one, street, items, from))
  }
  return seeded
}
