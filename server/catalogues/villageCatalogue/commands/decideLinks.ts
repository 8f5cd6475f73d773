import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { suggestAlignment } from '@server/domain/alignment/suggest'
import { contradictionsIn } from '@server/domain/villageCatalogue/links'
import type { DecideLinks, LinkDecision } from '@shared/contract/catalogues/alignment'
import type { Issue } from '@shared/contract/common'
import { AppError, conflict } from '@server/platform/errors'
import { alignable, byKey } from '@server/domain/villageCatalogue/keys'
import { type VillagePlace, itemsInForceOf, linksOf } from '../queries/villageCatalogue'
import { isDuplicate } from '@server/platform/store/transaction'
import { type LinkContext, decisionIssues, placeOf, repeatIssues, told } from './linkIssues'
import { linksDecided } from '../events'
import { ItemLinks, ItemLinkVersions, type ItemLinkRow } from '../models/itemLinks'
import { newId } from '@server/platform/store/collection'
import type { CatalogueItemRow } from '@server/catalogues/catalogue'

interface Decided extends ItemLinkRow {
  /** Version that the person saw; 0 = a new link. */
  seen: number
}

type Likeness = Pick<ItemLinkRow, 'score' | 'reasons'>

/** Computes the current similarity of each decided pair, stored to explain the decision later; by placeOf. */
function likenessesOf(
  decisions: readonly LinkDecision[],
  { lines, items }: LinkContext,
): Map<string, Likeness> {
  const asked = decisions.flatMap(({ villageKey }) => lines.get(villageKey) ?? [])
  const rows = [...items.values()].map(alignable)
  const ranked = new Map(
    suggestAlignment(asked.map(alignable), rows, rows.length).map(found => [
      found.villageId,
      found.suggestions,
    ]),
  )
  return new Map(
    decisions.map(decision => {
      const found = ranked.get(decision.villageKey)?.find(one => one.catalogueId === decision.itemKey)
      return [placeOf(decision), { score: found?.score ?? 0, reasons: found?.reasons ?? [] }]
    }),
  )
}

/** Returns the names at the decision; for items no longer in force the earlier names. */
const namesOf = (
  line: CatalogueItemRow | null,
  item: CatalogueItemRow | null,
  known: Pick<ItemLinkRow, 'villagePath' | 'itemPath'> = { villagePath: [], itemPath: [] },
) => ({ villagePath: line?.path ?? known.villagePath, itemPath: item?.path ?? known.itemPath })

function decided(
  tx: Tx,
  by: Authorised,
  { org, street }: VillagePlace,
  decision: LinkDecision,
  ground: LinkContext,
  likeness: Likeness,
): Decided {
  const known = ground.links.get(placeOf(decision))
  const line = ground.lines.get(decision.villageKey)
  const item = decision.itemKey === null ? undefined : ground.items.get(decision.itemKey)
  return {
    _id: known?._id ?? newId('lnk'),
    villageCode: org._id,
    villageKey: decision.villageKey,
    issuerCode: street._id,
    itemKey: decision.itemKey ?? '',
    relation: decision.relation,
    state: decision.decision === 'confirm' ? 'confirmed' : 'rejected',
    ...likeness,
    ...namesOf(line ?? null, item ?? null, known),
    successorKey: null,
    decidedBy: by.actor.id,
    decidedByName: by.actor.name,
    decidedAt: tx.now,
    version: decision.seen + 1,
    seen: decision.seen,
  }
}

async function store(tx: Tx, { seen, ...link }: Decided): Promise<void> {
  if (seen === 0) {
    await tx
      .of(ItemLinks)
      .create([link])
      .catch((error: unknown) => {
        throw isDuplicate(error, 'itemLinks') ? conflict('link-changed') : error
      })
    return
  }
  const { _id, ...set } = link
  const { modifiedCount } = await tx.of(ItemLinks).updateOne({ _id, version: seen }, { $set: set })
  if (modifiedCount !== 1) throw conflict('link-changed')
}

const factOf = ({ villageKey, itemKey, relation, state }: ItemLinkRow) => ({
  villageKey,
  itemKey: itemKey === '' ? null : itemKey,
  relation,
  state,
})

function contradictions(next: readonly Decided[], ground: LinkContext): Issue[] {
  const links = new Map(ground.links)
  for (const link of next) links.set(placeOf(link), link)
  const found = contradictionsIn([...links.values()].map(factOf), new Set(ground.lines.keys()))
  return found.map(contradiction => told(contradiction, ground))
}

async function groundOf(tx: Tx, { org, street }: VillagePlace): Promise<LinkContext> {
  const [lines, items, links] = [
    await itemsInForceOf(tx, org._id),
    await itemsInForceOf(tx, street._id),
    await linksOf(tx, org._id, street._id),
  ]
  return {
    lines: byKey(lines),
    items: byKey(items),
    links: new Map(links.map(link => [placeOf(link), link])),
  }
}

/**
 * Confirms or rejects links 确认、否定对应, one or a whole page, all or none. Serialises concurrent decisions on one village.
 * @throws AppError 409 `link-changed`; 422 `links-refused` for what cannot be linked, `links-contradict` with all reasons
 */
export async function decideLinks(
  tx: Tx,
  by: Authorised<'itemLink.decide'>,
  place: VillagePlace,
  { decisions }: DecideLinks,
): Promise<void> {
  const { org, street } = place
  await tx
    .of(ItemLinkVersions)
    .updateOne({ _id: `${org._id}/${street._id}` }, { $inc: { version: 1 } }, { upsert: true })
  const ground = await groundOf(tx, place)
  const issues = [
    ...repeatIssues(decisions),
    ...decisions.flatMap((decision, index) => decisionIssues(decision, index, ground)),
  ]
  if (issues.length > 0) throw new AppError(422, 'links-refused', issues)
  const versionConflict = decisions.some(one => (ground.links.get(placeOf(one))?.version ?? 0) !== one.seen)
  if (versionConflict) throw conflict('link-changed')
  const likenesses = likenessesOf(decisions, ground)
  const next = decisions.map(decision =>
    decided(tx, by, place, decision, ground, likenesses.get(placeOf(decision))!),
  )
  const against = contradictions(next, ground)
  if (against.length > 0) throw new AppError(422, 'links-contradict', against)
  for (const link of next) await store(tx, link)
  const keys = next.map(({ villageKey }) => villageKey)
  await tx.emit(linksDecided, { orgCode: org._id, itemKeys: keys, at: tx.now })
  const confirmed = next.filter(({ state }) => state === 'confirmed').length
  const detail = { confirmed, rejected: next.length - confirmed }
  await audit(tx, by, { orgCode: org._id, id: org._id }, detail)
}
