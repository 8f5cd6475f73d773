import { CARRIES, FAINT, SURE, type Suggestion } from '@server/domain/alignment/suggest'
import { type Remembered, memoryWords } from '@server/domain/alignment/memory'
import { isOpen, likenessWord } from '@server/domain/villageCatalogue/links'
import type {
  AlignmentLine,
  AlignmentOverview,
  AlignmentPage,
  LinkSuggestion,
  ShownLink,
} from '@shared/contract/catalogues/alignment'
import type { AlignmentData, VillageProgress } from '../queries/alignment'
import type { ItemLinkRow } from '../models/itemLinks'
import type { Actor } from '@server/platform/access/actor'
import { can } from '../policy'
import { orgTarget, presentOrgRef, type OrgRow } from '@server/people/orgs'
import type { CatalogueItemRow } from '@server/catalogues/catalogue'

const suggested = (item: CatalogueItemRow, found: Omit<Suggestion, 'catalogueId'>): LinkSuggestion => ({
  itemKey: item.key,
  itemId: item._id,
  area: item.area,
  path: item.path,
  score: found.score,
  word: likenessWord(found.score, CARRIES, SURE),
  relation: found.relation,
  reasons: found.reasons,
})

function successorOf(link: ItemLinkRow, { items, own }: AlignmentData): LinkSuggestion | null {
  const item = link.successorKey === null ? undefined : items.get(link.successorKey)
  if (!item) return null
  const ranked = own.find(({ line }) => line.key === link.villageKey)?.alignment.suggestions
  const found = ranked?.find(({ catalogueId }) => catalogueId === item.key)
  return suggested(
    item,
    found ?? { score: CARRIES, relation: 'successor', reasons: ['接替已经不在目录里的事项'] },
  )
}

const presentLink = (link: ItemLinkRow, ground: AlignmentData): ShownLink => ({
  itemKey: link.itemKey === '' ? null : link.itemKey,
  itemId: ground.items.get(link.itemKey)?._id ?? null,
  path: ground.items.get(link.itemKey)?.path ?? link.itemPath,
  relation: link.relation,
  state: link.state,
  reasons: link.reasons,
  decidedByName: link.decidedByName,
  decidedAt: link.decidedAt.toISOString(),
  version: link.version,
  successor: link.state === 'stale' ? successorOf(link, ground) : null,
})

/** Puts what other villages decided first. */
function withMemory(
  suggestions: LinkSuggestion[],
  remembered: Remembered | null,
  { items }: AlignmentData,
): LinkSuggestion[] {
  const item = remembered && items.get(remembered.itemKey)
  if (!item || remembered.relation === 'village-only') return suggestions
  const known = suggestions.find(({ itemKey }) => itemKey === item.key)
  const score = Math.max(known?.score ?? 0, SURE)
  const { relation } = remembered
  const reasons = [memoryWords(remembered), ...(known?.reasons ?? [])]
  return [suggested(item, { score, relation, reasons }), ...suggestions.filter(one => one !== known)]
}

function presentLine(
  { line, alignment, remembered: elsewhere }: AlignmentData['own'][number],
  ground: AlignmentData,
): AlignmentLine {
  const links = ground.links.filter(link => link.villageKey === line.key)
  const refused = new Set(links.filter(({ state }) => state === 'rejected').map(({ itemKey }) => itemKey))
  const remembered = elsewhere && refused.has(elsewhere.itemKey) ? null : elsewhere
  const suggestions = alignment.suggestions.filter(({ catalogueId }) => !refused.has(catalogueId))
  return {
    key: line.key,
    area: line.area,
    path: line.path,
    elements: line.elements,
    links: links.map(link => presentLink(link, ground)),
    suggestions: withMemory(
      suggestions.map(found => suggested(ground.items.get(found.catalogueId)!, found)),
      remembered,
      ground,
    ),
    villageOnly: remembered
      ? remembered.itemKey === ''
      : alignment.villageOnly || (suggestions[0]?.score ?? 0) < FAINT,
    memory: remembered && memoryWords(remembered),
    open: isOpen(links),
  }
}

/** Presents to the street's staff one village's items against the street's catalogue, open decisions first. */
export function presentAlignment(ground: AlignmentData, actor: Actor): AlignmentPage {
  const { org, street, lines, own, links } = ground
  const keys = new Set(own.map(({ line }) => line.key))
  const shown = own.map(one => presentLine(one, ground))
  return {
    village: presentOrgRef(org),
    issuer: presentOrgRef(street),
    hasCatalogue: lines.length > 0,
    adopted: lines.length - own.length,
    items: [...shown.filter(line => line.open), ...shown.filter(line => !line.open)],
    orphans: links
      .filter(link => link.state === 'stale' && !keys.has(link.villageKey))
      .map(link => ({ ...presentLink(link, ground), villageKey: link.villageKey })),
    mayDecide: can(actor, 'itemLink.decide', orgTarget(org)),
  }
}

export const presentOverview = (
  issuer: OrgRow,
  villages: readonly VillageProgress[],
  actor: Actor,
): AlignmentOverview => ({
  issuer: presentOrgRef(issuer),
  villages: villages.map(({ org, ...counts }) => ({ org: presentOrgRef(org), ...counts })),
  maySuggest: villages.some(({ org }) => can(actor, 'villageCatalogue.remark', orgTarget(org))),
})
