import type { Tx } from '@server/platform/store/db'
import { addDays } from '@server/domain/deadline'
import { triggersOf } from '@server/domain/obligation'
import { isVillage } from '@shared/common/orgKinds'
import { chinaDate } from '@shared/common/period'
import type { TriggerKind } from '@shared/facts/disclosure/triggerEvents'
import { startClocks } from '@server/disclosure/obligations/commands/recordTriggerEvent'
import { refreshObligations } from '@server/disclosure/obligations/commands/refreshObligations'
import { type ObligingItem, obligingItems } from '@server/disclosure/obligations/queries/obligingItems'
import { inTransaction, type Stores } from '@server/platform/store/transaction'
import { MatrixYears } from '@server/disclosure/obligations/models/matrixYears'
import { Obligations } from '@server/disclosure/obligations/models/obligations'
import { TriggerEvents } from '@server/disclosure/obligations/models/triggerEvents'
import { personaOf } from '../personas'
import type { Seeding } from '../seeding'
import { userIdOf } from '../noticeRows'
import { Catalogues } from '@server/catalogues/catalogue/models/catalogues'
import type { OrgRow } from '@server/people/orgs/models/orgs'

/** Trigger events that the street's clerk recorded recently: the kind, and how many days ago. */
const LATELY: readonly (readonly [kind: TriggerKind, daysAgo: number])[] = [
  ['paid', 6],
  ['allocated', 20],
  ['formed', 45],
]

/** Chooses a different waiting item for each village, so that every state appears in the matrix. */
function chosen(items: readonly ObligingItem[], kind: TriggerKind, nth: number): ObligingItem | undefined {
  const waiting = items.filter(({ plan }) => triggersOf(plan).includes(kind))
  return waiting[nth % Math.max(waiting.length, 1)]
}

async function recordLately(tx: Tx, org: OrgRow, nth: number): Promise<void> {
  if (!isVillage(org) || org.parentCode === null) return
  const clerk = personaOf(org.parentCode, 'street-clerk')
  const items = await obligingItems(tx, org)
  const [kind, daysAgo] = LATELY[nth % LATELY.length]!
  const found = chosen(items, kind, nth)
  if (!found) return
  const input = { kind, on: addDays(chinaDate(tx.now), -daysAgo), itemIds: [found.item._id], amountFen: null }
  await startClocks(tx, { org, input, at: tx.now }, { by: userIdOf(clerk), byName: clerk.name })
}

/** Collections that the commands write. */
export const OBLIGATION_COLLECTIONS: readonly { name: string }[] = [Obligations, TriggerEvents, MatrixYears]

/**
 * Creates the obligations through the real commands, as the daily job and a clerk would, so that the matrix is filled
 * from the start; each organisation in its own transaction.
 */
export async function seedObligations(
  stores: Stores,
  orgs: readonly OrgRow[],
  { touch }: Pick<Seeding, 'touch'>,
): Promise<void> {
  const issuers = new Set(await stores.db.of(Catalogues).distinct('orgCode', { active: true }).exec())
  const obliged = orgs.filter(org => isVillage(org) || issuers.has(org._id))
  for (const [nth, org] of obliged.entries()) {
    await touch()
    await inTransaction(stores, async tx => {
      await refreshObligations(tx, org, tx.now)
      await recordLately(tx, org, nth)
    })
  }
}
