import { isStreet } from '@shared/common/orgKinds'
import type { PowerPlace } from '../queries/powerLists'
import type { CommandContext } from '@server/platform/access/commandContext'
import { villagesUnder, writersOf } from '@server/people/orgs'
import { notify } from '@server/people/messages'

/**
 * Notifies the villages that their street's model 示范清单 has changed; each decides by itself. Does nothing for a
 * village's own list. Runs in the caller's transaction.
 */
export async function notifyModelChange(
  { services }: CommandContext,
  { org, list }: PowerPlace,
): Promise<void> {
  if (!isStreet(org)) return
  const { db, clock } = services
  for (const village of await villagesUnder(db, org._id)) {
    for (const role of writersOf(village)) {
      await notify(db, clock, {
        kind: 'work',
        title: `${org.name}改了小微权力示范清单`,
        text: '看看哪里变了，要不要跟着改，由村里开会决定。',
        link: `powers/${village._id}`,
        dedupeKey: `powers:${org._id}:${list.version + 1}`,
        place: village.name,
        role,
        orgCode: village._id,
      })
    }
  }
}
