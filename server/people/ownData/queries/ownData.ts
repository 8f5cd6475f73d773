import type { OwnData } from '@shared/contract/people/ownData'
import { type Actor, homeOf } from '@server/platform/access/actor'
import type { Services } from '@server/platform/services'
import { ownDataAsked } from '../events'

/** Reads everything that the rooms store about the person. */
export async function ownDataOf(
  { db, clock }: { db: Pick<Services['db'], 'ask'>; clock: Services['clock'] },
  actor: Actor,
): Promise<OwnData> {
  const parts = (await db.ask(ownDataAsked, actor.id)).flat()
  const isStaff = homeOf(actor) !== ''
  return { madeAt: clock.now().toISOString(), parts, mayRename: !isStaff, mayClose: !isStaff }
}
