import { trusted } from 'mongoose'
import { type Authorised, including } from '@server/platform/access/caller'
import { requirementsUnmet } from '@server/platform/errors'
import { changed, newId } from '@server/platform/store/collection'
import type { Tx } from '@server/platform/store/db'
import type { NewObligation } from '@server/domain/obligation'
import {
  CatalogueItems,
  type CatalogueItemRow,
  type CatalogueRow,
  type DraftedItem,
  draftItem,
} from '@server/catalogues/catalogue'
import { causeOfCase, Obligations, obligingItems, openObligation } from '@server/disclosure/obligations'
import type { OrgRow } from '@server/people/orgs'
import { dateLabel } from '@shared/common/period'
import type { ApplicationContext } from '../caseFile'
import { type Activation, ApplicationEvents, type ApplicationRow, Applications } from '../models/applications'
import { follow } from './follow'

/** Words of the item 条例 §44 para 2, §26; a second person of the street sees them before they are in force. */
const columnsOf = (org: OrgRow, area: string, name: string): DraftedItem => ({
  displayNo: null,
  area,
  path: [name],
  elements: [],
  basis: [{ text: '《中华人民共和国政府信息公开条例》第四十四条', title: '中华人民共和国政府信息公开条例' }],
  deadline: '信息形成或者变更之日起20个工作日内',
  subjects: [org.name],
  channels: [],
  audience: { scope: 'public' },
  mode: 'active',
  levels: null,
})

const lastOf = ({ path }: Pick<CatalogueItemRow, 'path'>): string => path.at(-1) ?? ''

const fits =
  ({ catalogueItem, area = '' }: Activation) =>
  (item: Pick<CatalogueItemRow, 'path' | 'area'>): boolean =>
    lastOf(item) === catalogueItem && (area === '' || item.area === area)

const dutyOf = (applicationId: string, { itemId, dueOn, decidedOn }: Activation): NewObligation => ({
  causeKind: 'event',
  causeKey: causeOfCase(applicationId, Number(itemId)),
  causeLabel: `${decidedOn ? `${dateLabel(decidedOn)} ` : ''}多人申请，转为主动公开`,
  period: null,
  eventOn: decidedOn ?? null,
  eventKind: null,
  looseFrom: decidedOn ?? null,
  dueOn,
  words: '决定转为主动公开之日起 20 个工作日内',
  skipped: [],
  basis: { text: '《中华人民共和国政府信息公开条例》第二十六条、第四十四条', setting: false },
  unresolved: dueOn === null,
})

/** Opens the duty once for an item in force. */
async function owe(tx: Tx, org: OrgRow, item: CatalogueItemRow, id: string, one: Activation): Promise<void> {
  const duty = dutyOf(id, one)
  const { causeKey } = duty
  if (await tx.of(Obligations).exists({ orgCode: org._id, itemKey: item.key, causeKey })) return
  await openObligation(tx, org, item, { ...duty, reason: null })
}

/**
 * Makes an accepted proposal 转为主动公开 a duty: of the item in force with this name, or of a new item, whose draft waits for a second
 * person of the street and which is owed once it is in force.
 * @throws AppError 422 `catalogue-area` where the catalogue has no such item and its area is not said
 */
export async function promiseItem(
  tx: Tx,
  by: Authorised<`application.${string}`>,
  { application, org }: Pick<ApplicationContext, 'application' | 'org'>,
  one: Activation,
): Promise<Activation> {
  const item = (await obligingItems(tx, org)).map(({ item }) => item).find(fits(one))
  if (item) {
    await owe(tx, org, item, application._id, one)
    return { ...one, itemKey: item.key }
  }
  const { area = '', catalogueItem } = one
  if (area === '') {
    throw requirementsUnmet([
      {
        code: 'catalogue-area',
        field: 'data.area',
        message: `目录里还没有“${catalogueItem}”，请写它属于哪个领域，系统会做一份目录草稿，由第二个人启用。`,
      },
    ])
  }
  const columns = columnsOf(org, area, catalogueItem)
  const draftId = await draftItem(tx, including(by, 'catalogueDraft.import'), org, columns)
  return { ...one, draftId }
}

const isWaiting = ({ accept, draftId, itemKey }: Activation): boolean =>
  accept && draftId !== undefined && itemKey === undefined

async function keep(tx: Tx, row: ApplicationRow, activations: Activation[], note: string): Promise<void> {
  const { _id, version } = row
  const next = { activations, version: version + 1, updatedAt: tx.now }
  const { modifiedCount } = await tx.of(Applications).updateOne({ _id, version }, changed(next))
  if (modifiedCount !== 1) throw new Error(`application ${_id} changed inside its transaction`)
  await tx.of(ApplicationEvents).create([
    {
      ...{ _id: newId('ape'), applicationId: _id, version: next.version, step: 'activate' },
      ...{ label: '目录已启用，列入公开任务', clock: [], by: 'system', note, shown: false, at: tx.now },
    },
  ])
  await follow(tx, { ...row, ...next })
}

/** Opens the duties of promised items whose catalogue came into force. */
export async function openPromisedItems(
  tx: Tx,
  { org, catalogues }: { org: OrgRow; catalogues: readonly CatalogueRow[] },
): Promise<void> {
  const rows = await tx
    .of(Applications)
    .find({
      orgCode: org._id,
      activations: trusted({ $elemMatch: { accept: true, draftId: { $exists: true } } }),
    })
    .lean<ApplicationRow[]>()
    .exec()
  const waiting = rows.filter(({ activations = [] }) => activations.some(isWaiting))
  if (waiting.length === 0) return
  const items: CatalogueItemRow[] = []
  for (const { _id } of catalogues) {
    items.push(...(await tx.of(CatalogueItems).find({ catalogueId: _id }).lean<CatalogueItemRow[]>().exec()))
  }
  for (const row of waiting) {
    const names: string[] = []
    const next: Activation[] = []
    for (const one of row.activations ?? []) {
      const item = isWaiting(one) ? items.find(fits(one)) : undefined
      if (item) {
        await owe(tx, org, item, row._id, one)
        names.push(one.catalogueItem)
      }
      next.push(item ? { ...one, itemKey: item.key } : one)
    }
    if (names.length > 0) await keep(tx, row, next, names.join('、'))
  }
}
