import { trusted } from 'mongoose'
import { NoticeContent } from '@shared/contract/disclosure/notice'
import { isVillage } from '@shared/common/orgKinds'
import { PUBLISHED_HOLIDAYS } from '@server/domain/deadline'
import { addDays } from '@server/domain/deadline/calendar'
import { type CaseState, obligationsOf, openCase } from '@server/domain/power/case'
import { Notices } from '@server/disclosure/notices/models/notices'
import { Revisions } from '@server/disclosure/notices/models/revisions'
import { Obligations } from '@server/disclosure/obligations/models/obligations'
import { RoleGrants } from '@server/people/accounts/models/roleGrants'
import { VillageCatalogues } from '@server/catalogues/villageCatalogue/models/villageCatalogues'
import { Orgs, type OrgRow } from '@server/people/orgs/models/orgs'
import { proofOf } from '@server/platform/access/caller'
import { inTransaction } from '@server/platform/store/transaction'
import { openCaseObligations } from '@server/power/cases/commands/discloseFinishedSteps'
import type { PowerCaseRow } from '@server/power/cases/models/powerCases'
import type { PowerItem } from '@shared/contract/power/item'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { LONG, reportFigure, SAMPLED } from '../../support/figures'
import { CORE } from '../../support/power/core'
import { bringHome, person } from '../../support/power/walk'
import { openSeededDatabase } from '../../support/seed/seededDatabase'
import { SEEDED_MS } from '../../support/seed/limits'

jest.setTimeout(SEEDED_MS)

/** Cases of one transaction. */
const TOGETHER = 9
/** Cases of different items begin on different days, as in life; all end before the day of the seed. */
const FIRST_DAY = '2025-09-01'

let server: TestServer
let villages: OrgRow[]

beforeAll(async () => {
  server = await startTestServer('every-power', undefined, {}, await openSeededDatabase('everypower'))
  const all = (await server.db.of(Orgs).find({}).lean()).filter(isVillage)
  const own = new Set((await server.db.of(VillageCatalogues).find({}).lean()).map(({ _id }) => _id))
  expect([all.length, own.size]).toEqual([9, 1])
  // Villages of one street without a list of their own owe the same items.
  const byItems = new Map(all.map(org => [own.has(org._id) ? org._id : org.parentCode, org]))
  villages = LONG ? all : [...byItems.values()]
})
afterAll(() => server.close())

/** A case of the item, walked to its end. */
function walked(item: PowerItem, nth: number): CaseState {
  const adopted = { ...structuredClone(item), adopted: { meeting: '村民代表会议', on: '2025-01-05' }, inForce: '2025-01-06' } // prettier-ignore
  const on = addDays(FIRST_DAY, nth)
  const by = person('opener', adopted.steps[0]!.actor)
  const opened = openCase(adopted, { on, by, version: 1, amountFen: null })
  if (!opened.ok) throw new Error(`${item.code}: ${opened.faults.map(({ message }) => message).join()}`)
  const home = bringHome(opened.state)
  if (!home) throw new Error(`${item.code} cannot be brought to its end`)
  return home
}

const rowOf = (org: OrgRow, state: CaseState, nth: number): PowerCaseRow => ({
  _id: `pcs_walk${org._id.toLowerCase().replace(/[^a-z0-9]/g, '')}${nth}`,
  orgCode: org._id,
  itemCode: state.item.code,
  title: '修村东头水渠',
  payee: null,
  amountFen: state.amountFen,
  status: state.status,
  open: false,
  state,
  drafts: [],
  noticeIds: [],
  version: 1,
  openedAt: new Date(),
  updatedAt: new Date(),
})

/** A person of the village who writes notices; null: none is seeded. */
async function writerOf(org: OrgRow) {
  const grant = await server.db.of(RoleGrants).findOne({ orgCode: org._id, role: 'editor' }).lean()
  const roles = grant ? [{ role: grant.role, orgCode: org._id, orgName: org.name }] : []
  const actor = { id: grant?.userId ?? 'usr_nobody', name: '文书', jobTitle: '', roles }
  return proofOf({ actor, requestId: 'test' }, 'case.finish')
}

type Outcome = 'drafted' | 'todo' | 'missing'

/** Discloses the steps of all cases; returns the cases as they are stored then. */
async function disclosed(org: OrgRow, states: readonly CaseState[]): Promise<PowerCaseRow[]> {
  const by = await writerOf(org)
  const rows = states.map((state, nth) => rowOf(org, state, nth))
  for (let at = 0; at < rows.length; at += TOGETHER) {
    await inTransaction(server.services, async tx => {
      for (const row of rows.slice(at, at + TOGETHER)) {
        Object.assign(row, await openCaseObligations(tx, by, org, row))
      }
    })
  }
  return rows
}

/** Checks that each disclosure has a draft, or says why not, and is owed if the village has its item. */
async function outcomesOf(org: OrgRow, rows: readonly PowerCaseRow[]): Promise<Outcome[]> {
  const opened = await server.db.of(Obligations).find({ orgCode: org._id }).lean()
  const owed = new Map(opened.map(row => [row.causeKey, row]))
  return rows.flatMap(({ _id, itemCode, state, drafts }) => {
    const due = obligationsOf(state, PUBLISHED_HOLIDAYS)
    expect([itemCode, drafts.map(({ visit }) => visit)]).toEqual([itemCode, due.map(({ visit }) => visit)])
    return drafts.map(({ visit, noticeId, linked, why }): Outcome => {
      const reason = linked ? (why?.join('') ?? null) : undefined
      expect([itemCode, visit, owed.get(`case:${_id}:${visit}`)?.reason]).toEqual([itemCode, visit, reason])
      expect([itemCode, noticeId === null]).toEqual([itemCode, !linked || Boolean(reason)])
      if (noticeId) return 'drafted'
      return linked ? 'todo' : 'missing'
    })
  })
}

/** Checks that the drafts are there and sound. */
async function checkDrafts(rows: readonly PowerCaseRow[]): Promise<void> {
  const ids = trusted({ $in: rows.flatMap(({ noticeIds }) => noticeIds) })
  const notices = await server.db.of(Notices).find({ _id: ids }).lean()
  expect(notices).toHaveLength(rows.flatMap(({ noticeIds }) => noticeIds).length)
  const revisionIds = trusted({ $in: notices.map(({ revisionId }) => revisionId) })
  const revisions = await server.db.of(Revisions).find({ _id: revisionIds }).lean()
  expect(revisions).toHaveLength(notices.length)
  for (const { content } of revisions) expect(NoticeContent.safeParse(content).error).toBeUndefined()
}

test('every core power is walked to its end in every seeded village; what has no draft says why', async () => {
  const states = CORE.map(walked)
  const outcomes: Outcome[] = []
  for (const org of villages) {
    const rows = await disclosed(org, states)
    outcomes.push(...(await outcomesOf(org, rows)))
    await checkDrafts(rows)
  }
  const count = (wanted: Outcome) => outcomes.filter(one => one === wanted).length
  expect(count('drafted')).toBeGreaterThan(villages.length * 35)
  reportFigure(
    `core powers: ${CORE.length} in ${villages.length} villages${SAMPLED} walked to their end, ${count('drafted')} notices drafted, ${count('todo')} left to do, ${count('missing')} without an item`,
  )
})
