import { sha256Hex } from '@shared/common/hash'
import { authorize } from '../../../../server/disclosure/obligations/policy'
import { nudge } from '../../../../server/disclosure/obligations/commands/nudge'
import { requireObligation } from '../../../../server/disclosure/obligations/queries/obligations'
import type { Nudged, ObligationList } from '../../../../shared/contract/disclosure/obligation'
import type { TodoPage } from '../../../../shared/contract/people/todo'
import type { DisclosureCalendar } from '../../../../shared/contract/reading/site'
import { inTransaction } from '@server/platform/store/transaction'
import { Nudges } from '@server/disclosure/obligations/models/nudges'
import { Obligations } from '@server/disclosure/obligations/models/obligations'
import { orgTarget } from '@server/people/orgs'
import { ask, errorOf, openWorld, server, story } from '../../../support/api/workDesk'
import { financeContent, userId } from '../../../support/api/world'
import { person } from '../../../support/policies/places'
import { openObligations, setDeadlines } from '../../../support/obligations/openObligations'

openWorld('nudges')

beforeEach(async () => {
  await server.db.of(Nudges).collection.deleteMany({})
  await server.db.of(Obligations).collection.deleteMany({})
  await setDeadlines(server, { finance: '每月10日前', subsidy: null, other: null })
  await openObligations(server)
})

const obligations = async (show: 'overdue' | 'open') =>
  (await ask<ObligationList>('head', 'GET', `/orgs/V1/obligations?show=${show}`)).body.items

const urge = (id: string, person: 'villager' | 'head' | 'stranger' = 'villager') =>
  ask<Nudged>(person, 'POST', `/obligations/${id}/nudge`, {})

const onCalendar = async (id: string) =>
  (await server.ask<DisclosureCalendar>('GET', '/orgs/V1/calendar?year=2026')).body.items.find(
    item => item.id === id,
  )

/** Stages of the to-dos of a person that concern a matter. */
const stagesOf = async (person: 'editor' | 'clerk', id: string) => {
  const { body } = await ask<TodoPage>(person, 'GET', '/me/todos?kind=obligation')
  return body.items.filter(({ subject }) => subject === id).map(({ stage }) => stage)
}

test('one resident counts once, and everybody sees the number at once', async () => {
  const [late] = await obligations('overdue')
  expect((await onCalendar(late!.id))!.nudges).toBeUndefined()
  expect((await urge(late!.id)).body).toEqual({ nudges: 1, again: false })
  expect((await onCalendar(late!.id))!.nudges).toBe(1)
  expect((await urge(late!.id)).body).toEqual({ nudges: 1, again: true })
  expect((await onCalendar(late!.id))!.nudges).toBe(1)
})

test('the village’s editor and the street’s clerk see the number among what waits', async () => {
  const [late] = await obligations('overdue')
  expect(await stagesOf('editor', late!.id)).toEqual(['没有写'])
  await urge(late!.id)
  expect(await stagesOf('editor', late!.id)).toEqual(['没有写，1 人催过'])
  expect(await stagesOf('clerk', late!.id)).toEqual(['村里没有公开，1 人催过'])
  expect((await obligations('overdue'))[0]!.nudges).toBe(1)
})

test('nothing stored says who it was', async () => {
  const [late] = await obligations('overdue')
  await urge(late!.id)
  for (const name of ['nudges', 'obligations', 'auditEntries', 'inboxMessages']) {
    const rows = await server.db.connection.collection(name).find({}).toArray()
    expect(JSON.stringify(rows)).not.toContain(userId('villager'))
  }
  const guessed = sha256Hex(`${late!.id}/${userId('villager')}`)
  expect(await server.db.of(Nudges).exists({ _id: guessed })).toBeNull()
})

test('what is not late, and who is no resident, is refused with the reason', async () => {
  const [late] = await obligations('overdue')
  const due = (await obligations('open')).find(({ state }) => state !== 'overdue')
  expect(errorOf((await urge(due!.id)).body).code).toBe('not-late')
  for (const person of ['head', 'stranger'] as const) {
    const refused = await urge(late!.id, person)
    expect([refused.status, errorOf(refused.body).code]).toEqual([403, 'not-resident'])
  }
  expect(await server.db.of(Nudges).countDocuments()).toBe(0)
})

test('what is disclosed is not urged any more', async () => {
  const late = (await obligations('overdue')).find(({ period }) => period === '2026-10')
  await urge(late!.id)
  const draft = await story.create('editor', { content: financeContent(late!.period ?? '') })
  await story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
  expect(await onCalendar(late!.id)).toMatchObject({ state: 'done-late' })
  expect((await onCalendar(late!.id))!.nudges).toBeUndefined()
  expect(errorOf((await urge(late!.id)).body).code).toBe('not-late')
})

test('twenty residents at the same time are twenty', async () => {
  const [late] = await obligations('overdue')
  const { services } = server
  const counts = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      inTransaction(services, async tx => {
        const work = await requireObligation(tx, late!.id)
        const actor = { ...person('villager@V1'), id: `usr_nudge${at}` }
        return nudge(
          tx,
          authorize({ actor, requestId: 'test' }, 'obligation.nudge', orgTarget(work.org)),
          work,
          server.services.config.identityKey,
        )
      }),
    ),
  )
  expect(counts.every(({ again }) => !again)).toBe(true)
  expect((await onCalendar(late!.id))!.nudges).toBe(20)
})
