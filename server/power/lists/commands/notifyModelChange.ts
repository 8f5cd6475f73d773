import type { Tx } from '@server/platform/store/db'
import { isStreet } from '@shared/common/orgKinds'
import type { PowerPlace } from '../queries/powerLists'
import { villagesUnder, writersOf } from '@server/people/orgs'
import { notify } from '@server/people/messages'

/**
 * Notifies the villages that their street's model 示范清单 has changed; each decides by itself. Does nothing for a
 * village's own list.
 */
export async function notifyModelChange(tx: Tx, { org, list }: PowerPlace): Promise<void> {
  if (!isStreet(org)) return
  for (const village of await villagesUnder(tx, org._id)) {
    for (const role of writersOf(village)) {
      await notify(tx, {
        kind: 'work',
        title: `${org.name}改了小微权力示范清单`,
        text: '看看哪里变了，要不要跟着改，由村里开会决定。',
        link: `power-list/${village._id}`,
        dedupeKey: `powers:${org._id}:${list.version + 1}`,
        place: village.name,
        role,
        orgCode: village._id,
      })
    }
  }
}
