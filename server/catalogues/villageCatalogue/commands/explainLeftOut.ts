import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { chinaDate } from '@shared/common/period'
import type { Issue } from '@shared/contract/common'
import type {
  ActivateVillageCatalogue,
  RemovedVillageItem,
} from '@shared/contract/catalogues/villageCatalogue'
import { AppError, requirementsUnmet } from '@server/platform/errors'
import { notify } from '@server/people/messages'
import type { VillageCatalogueRow } from '../models/villageCatalogues'
import { type LeftOutWithReason, leftOutBy, notAdopted } from '../queries/listDiff'
import type { VillagePlace } from '../queries/villageCatalogue'

interface Given {
  list: VillageCatalogueRow
  reasons: ActivateVillageCatalogue['reasons']
}

interface Explained {
  /** The list's removed items with the reasons given now. */
  removed: RemovedVillageItem[]
  /** Those that the catalogue in force did not leave out. */
  fresh: LeftOutWithReason[]
}

const nameOf = (path: readonly string[]) => path.join(' › ')

const unexplained = ({ key, path, ofStreet }: LeftOutWithReason): Issue => ({
  code: 'reason-required',
  field: `reasons.${key}`,
  message: ofStreet
    ? `“${nameOf(path)}”在街道目录里要求村里公开，没有采用，请写明理由。`
    : `“${nameOf(path)}”在村里现行目录里，去掉了，请写明理由。`,
})

/** Lists the reasons that contain personal data, by the item's name. */
const personalIssues = (found: readonly LeftOutWithReason[], today: string): Issue[] =>
  found.flatMap(({ key, path, reason }) =>
    wordsIssues({ reason: reason ?? '' }, today).map(issue => ({
      ...issue,
      field: `reasons.${key}`,
      message: `“${nameOf(path)}”的理由里有个人信息，请去掉再写。`,
    })),
  )

/**
 * Takes the reasons for obliging items that a list leaves out 不采用.
 * @throws AppError 422 `left-out-unexplained` with every item without a reason; 422 for personal data in a reason
 */
export async function explainLeftOut(
  tx: Tx,
  by: Authorised<'villageCatalogue.activate'>,
  place: VillagePlace,
  { list, reasons }: Given,
): Promise<Explained> {
  const given = new Map(reasons.map(({ key, reason }) => [key, reason]))
  const found = (await leftOutBy(tx, place, list)).map(item => ({
    ...item,
    reason: given.get(item.key) ?? item.reason,
  }))
  const personal = personalIssues(found, chinaDate(tx.now))
  if (personal.length > 0) throw requirementsUnmet(personal)
  const open = found.filter(({ reason }) => reason === null)
  if (open.length > 0) throw new AppError(422, 'left-out-unexplained', open.map(unexplained))
  const now = found.filter(({ key }) => given.has(key))
  const author = { by: by.actor.name, at: tx.now.toISOString() }
  const before = new Set((await notAdopted(tx, place)).map(({ key }) => key))
  return {
    removed: [
      ...list.removed.filter(({ key }) => !now.some(item => item.key === key)),
      ...now.map(({ key, area, path, reason }) => ({ key, area, path, reason: reason!, ...author })),
    ],
    fresh: found.filter(({ key }) => !before.has(key)),
  }
}

const NAMES_IN_TEXT = 3

/** Notifies the street's clerks at once of what a village leaves out from now on, with the reasons. */
export async function notifyStreet(
  tx: Tx,
  { org, street }: VillagePlace,
  { version, leftOut }: { version: number; leftOut: readonly LeftOutWithReason[] },
): Promise<void> {
  if (leftOut.length === 0) return
  const named = leftOut.slice(0, NAMES_IN_TEXT).map(({ path, reason }) => `${path.at(-1)}（${reason}）`)
  const more = leftOut.length > NAMES_IN_TEXT ? `等 ${leftOut.length} 项` : ''
  await notify(tx, {
    role: 'street-clerk',
    orgCode: street._id,
    kind: 'work',
    title: `${org.name}启用目录，没有采用 ${leftOut.length} 项`,
    text: `${named.join('；')}${more}`,
    place: org.name,
    link: `village-catalogue/${org._id}`,
    dedupeKey: `left-out:${org._id}:${version}`,
  })
}
