import { CARRIES, suggestCoverage } from '@server/domain/alignment/suggest'
import { coveredBy } from '@server/domain/villageCatalogue/leftOut'
import { differencesOf, reachesVillage } from '@server/domain/villageCatalogue/lines'
import { LINK_TEXTS } from '@shared/texts/links'
import type {
  MissingItem,
  VillageCatalogueAbility,
  VillageItem,
  VillageCatalogueRemark,
  ShownVillageItem,
  VillageCatalogue,
} from '@shared/contract/catalogues/villageCatalogue'
import { alignable, byKey } from '@server/domain/villageCatalogue/keys'
import type { VillageCatalogueData } from '../queries/villageCatalogue'
import type { ItemLinkRow } from '../models/itemLinks'
import type { VillageCatalogueRemarkRow } from '../models/villageCatalogueRemarks'
import type { Actor } from '@server/platform/access/actor'
import { can } from '../policy'
import { orgTarget, presentOrgRef } from '@server/people/orgs'
import type { CatalogueItemRow } from '@server/catalogues/catalogue'

type ByKey = ReadonlyMap<string, CatalogueItemRow>

const saysTheSame = (line: VillageItem, item: CatalogueItemRow) =>
  line.deadline === item.deadline && JSON.stringify(line.elements) === JSON.stringify(item.elements)

function changeOf(line: VillageItem, own: ByKey): ShownVillageItem['change'] {
  const before = own.get(line.key)
  if (!before) return 'new'
  return saysTheSame(line, before) ? null : 'altered'
}

const linksOn = (links: readonly ItemLinkRow[], key: string): ShownVillageItem['links'] =>
  links
    .filter(link => link.villageKey === key && link.state !== 'rejected')
    .map(({ relation, itemPath, state }) => ({
      relation: LINK_TEXTS[relation],
      path: itemPath,
      stale: state === 'stale',
    }))

function presentLine(
  line: VillageItem,
  { links }: VillageCatalogueData,
  own: ByKey,
  street: ByKey,
): ShownVillageItem {
  const item = street.get(line.key)
  const { key, area, path, elements, deadline, origin } = line
  return {
    key,
    area,
    path,
    elements,
    deadline,
    origin,
    change: changeOf(line, own),
    differences: item && origin.kind === 'adapted' ? differencesOf(line, item) : [],
    gone: origin.kind !== 'added' && !item,
    links: linksOn(links, key),
  }
}

function lackingItems(ground: VillageCatalogueData, standard: readonly CatalogueItemRow[]): MissingItem[] {
  const { list, links } = ground
  const covered = coveredBy(
    list.items.map(({ key }) => key),
    links,
  )
  const lacking = standard.filter(({ key }) => !covered.has(key))
  const own = list.items.filter(line => line.origin.kind === 'added')
  const near = suggestCoverage(own.map(alignable), lacking.map(alignable), 1)
  const lines = byKey(own)
  const removed = byKey(list.removed)
  return lacking.map(({ _id, key, area, path }, index) => {
    const best = near[index]?.suggestions[0]
    const line = best && best.score >= CARRIES ? lines.get(best.villageId) : undefined
    return {
      itemId: _id,
      key,
      area,
      path,
      near: line?.path.join(' › ') ?? null,
      removed: removed.get(key)?.reason ?? null,
    }
  })
}

const presentRemark = (
  { text, itemKey, byName, body, at }: VillageCatalogueRemarkRow,
  street: ByKey,
): VillageCatalogueRemark => ({
  text,
  path: itemKey === null ? null : (street.get(itemKey)?.path ?? null),
  by: byName,
  body,
  at: at.toISOString(),
})

function abilitiesOf(actor: Actor, { org, list }: VillageCatalogueData): VillageCatalogueAbility[] {
  const target = orgTarget(org)
  const ready = list.items.length > 0 && list.version !== list.inForce
  const may: [VillageCatalogueAbility, boolean][] = [
    ['edit', can(actor, 'villageCatalogue.add', target)],
    ['activate', ready && can(actor, 'villageCatalogue.activate', { org: target, writers: list.writers })],
    ['remark', can(actor, 'villageCatalogue.remark', target)],
  ]
  return may.filter(([, allowed]) => allowed).map(([ability]) => ability)
}

/**
 * Presents the draft village catalogue with the catalogues in force on both sides, to the village's staff and the street that
 * guides it.
 */
export function presentVillageList(ground: VillageCatalogueData, actor: Actor): VillageCatalogue {
  const { org, street, list, streetItems, ownItems, remarks } = ground
  const [own, above] = [byKey(ownItems), byKey(streetItems)]
  const standard = streetItems.filter(reachesVillage)
  const lacking = lackingItems(ground, standard)
  return {
    org: presentOrgRef(org),
    street: presentOrgRef(street),
    version: list.version,
    inForce: list.inForce,
    updatedAt: list.version === 0 ? null : list.updatedAt.toISOString(),
    writers: list.writerNames,
    items: list.items.map(line => presentLine(line, ground, own, above)),
    removed: list.removed,
    coverage: { items: standard.length, covered: standard.length - lacking.length },
    missing: lacking,
    remarks: remarks.map(remark => presentRemark(remark, above)),
    abilities: abilitiesOf(actor, ground),
  }
}
