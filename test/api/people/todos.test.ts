import type { ManyReport } from '@shared/contract/common'
import type { Me } from '@shared/contract/people/auth'
import type { Todo, TodoPage } from '@shared/contract/people/todo'
import type { Inspection } from '@shared/contract/disclosure/matrix'
import type { NoticeForm, WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import type { VillageCatalogue } from '@shared/contract/catalogues/villageCatalogue'
import { CatalogueDrafts } from '@server/catalogues/catalogue/models/catalogueDrafts'
import { RoleGrants } from '@server/people/accounts/models/roleGrants'
import { SEED_AREA } from '../../../server/demo/seed/orgs'
import type { TestServer } from '../../support/api/testServer'
import { STREET, VILLAGE, startSeededServer, tokenIn } from '../../support/reading/seededServer'

let server: TestServer
beforeAll(async () => {
  server = await startSeededServer('todos')
})
afterAll(() => server.close())

type Role = Parameters<typeof tokenIn>[2]

async function send<Body>(who: readonly [string, Role], method: string, path: string, body?: unknown) {
  const answer = await server.ask<Body>(method, path, { token: tokenIn(server, ...who), body })
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`)
  return answer.body
}

const EDITOR = [VILLAGE, 'editor'] as const
const HEAD = [VILLAGE, 'head'] as const
const SUPERVISOR = [VILLAGE, 'supervisor'] as const
const CLERK = [STREET, 'street-clerk'] as const
const STREET_HEAD = [STREET, 'head'] as const
const SECURITY = [SEED_AREA.code, 'security-admin'] as const

const asked = (who: readonly [string, Role], query = 'limit=50') =>
  send<TodoPage>(who, 'GET', `/me/todos?${query}`)
const of = async (who: readonly [string, Role], kind: Todo['kind']) =>
  (await asked(who, `kind=${kind}&limit=50`)).items
const stepsOf = (items: readonly Todo[]) => [...new Set(items.map(({ step }) => step))].sort()
const kindsOf = ({ kinds }: TodoPage) => kinds.map(({ kind }) => kind)

describe('each room answers for its own kind, to those who may act', () => {
  test('village: writers, head, supervisors', async () => {
    expect(kindsOf(await asked(EDITOR))).toEqual(['notice', 'obligation', 'discrepancy', 'case', 'claim'])
    expect(kindsOf(await asked(HEAD))).toEqual([
      'notice',
      'obligation',
      'objection',
      'discrepancy',
      'case',
      'claim',
    ])
    expect(kindsOf(await asked(SUPERVISOR))).toEqual(['notice', 'objection', 'claim'])
    expect(stepsOf(await of(EDITOR, 'notice'))).toEqual(['归档'])
    expect(stepsOf(await of(SUPERVISOR, 'notice'))).toEqual(['监督审核'])
    expect(stepsOf(await of(SUPERVISOR, 'objection'))).toEqual(['审核文字', '答复'])
    expect(stepsOf(await of(EDITOR, 'obligation'))).toEqual(['去写'])
    expect((await of(EDITOR, 'case')).every(({ stage }) => /^第 \d+ 步：/.test(stage))).toBe(true)
    expect((await of(HEAD, 'claim'))[0]?.title).toMatch(/^.\*/)
  })

  test('street: what its villages owe, what they explained; no claims, no cases of others', async () => {
    const page = await asked(CLERK)
    expect(kindsOf(page)).toEqual(['notice', 'obligation', 'objection', 'application', 'discrepancy', 'catalogue']) // prettier-ignore
    const owed = await of(CLERK, 'obligation')
    expect(stepsOf(owed)).toEqual(['提醒'])
    expect(owed.every(({ late, acts }) => late && acts.includes('remind'))).toBe(true)
    expect(new Set(owed.map(({ orgName }) => orgName)).size).toBe(3)
  })

  test('a villager has none, a stranger is asked to log in, another village sees nothing of this one', async () => {
    expect(await asked([VILLAGE, 'villager'])).toEqual({
      items: [],
      nextCursor: null,
      total: 0,
      late: 0,
      kinds: [],
      orgs: [],
      more: [],
      places: [],
    })
    expect((await server.ask('GET', '/me/todos')).status).toBe(401)
    const { orgs } = await asked(['XQ-DH-LX-V02', 'editor'])
    expect(orgs.map(({ code }) => code)).toEqual(['XQ-DH-LX-V02'])
  })

  test('an inspection sheet waits until every cell is looked at', async () => {
    const drawn = await send<Inspection>(CLERK, 'POST', `/orgs/${STREET}/inspections`, {
      year: 2026,
      fromMonth: 7,
      toMonth: 10,
      size: 2,
    })
    expect(await of(CLERK, 'inspection')).toMatchObject([
      { title: '2026年7月至10月的抽查', stage: '2 处里还有 2 处没看', orgName: '柳溪街道' },
    ])
    expect(drawn.cells).toHaveLength(2)
    expect(await of(HEAD, 'inspection')).toEqual([])
  })

  test("catalogues wait for the second person, a village's own list too", async () => {
    const drafts = server.db.of(CatalogueDrafts).collection
    expect(stepsOf(await of(CLERK, 'catalogue'))).toEqual(['接着核对'])
    expect(await of(STREET_HEAD, 'catalogue')).toEqual([])
    await drafts.updateMany({ orgCode: STREET, live: true }, { $set: { state: 'submitted' } })
    expect(await of(CLERK, 'catalogue')).toEqual([])
    expect(stepsOf(await of(STREET_HEAD, 'catalogue'))).toEqual(['看过，启用'])

    const path = `/orgs/${VILLAGE}/village-catalogue`
    const { version } = await send<VillageCatalogue>(EDITOR, 'GET', path)
    const line = { version, area: '村务公开', path: ['水渠轮灌安排'], elements: [], deadline: null }
    await send(EDITOR, 'POST', `${path}/items`, line)
    expect(await of(EDITOR, 'catalogue')).toEqual([])
    expect(await of(HEAD, 'catalogue')).toMatchObject([{ subject: VILLAGE, step: '看过，启用' }])
  })

  test('a term that ends soon waits for the administrator and for its holder, until another follows', async () => {
    const { id } = await send<Me>(SUPERVISOR, 'GET', '/me')
    const grants = server.db.of(RoleGrants).collection
    const day = (date: string) => new Date(`${date}T16:00:00Z`)
    expect(await of(SECURITY, 'grant')).toEqual([])
    await grants.updateOne({ userId: id }, { $set: { to: day('2026-11-30') } })
    expect(await of(SECURITY, 'grant')).toMatchObject([
      { step: '续任', orgName: '柳湾村', dueOn: '2026-11-30', late: false },
    ])
    expect(await of(SUPERVISOR, 'grant')).toMatchObject([{ step: '出示任职码', title: expect.stringContaining('您的') }]) // prettier-ignore
    const held = await grants.findOne({ userId: id })
    const next = { ...held!, _id: 'grt_following1' as never, from: day('2026-11-30'), to: null }
    await grants.insertOne(next)
    expect(await of(SECURITY, 'grant')).toEqual([])
    expect(await of(SUPERVISOR, 'grant')).toEqual([])
  })
})

test('the rail has the pages that the policies open, village and street apart, with what waits there', async () => {
  const desks = async (who: readonly [string, Role]) => (await asked(who)).places.map(({ desks: all }) => all.map(({ desk }) => desk)) // prettier-ignore
  const [clerk] = await desks(CLERK)
  expect(clerk).toEqual(['notices', 'matrix', 'objections', 'applications', 'discrepancies', 'inspections', 'removals', 'model-list', 'village-catalogues', 'catalogue-import', 'contacts']) // prettier-ignore
  const [supervisor] = await desks(SUPERVISOR)
  expect(supervisor).toEqual(['notices', 'obligations', 'objections', 'discrepancies', 'removals', 'cases', 'catalogue', 'claims', 'contacts']) // prettier-ignore
  expect((await desks(SECURITY))[0]).toEqual(['grants', 'accounts', 'holidays'])
  const { places, kinds } = await asked(CLERK)
  const matrix = places[0]!.desks.find(({ desk }) => desk === 'matrix')
  const owed = kinds.find(({ kind }) => kind === 'obligation')
  expect([matrix?.count, matrix?.late]).toEqual([owed?.count, owed?.late])
})

describe('one list', () => {
  const dayOf = ({ dueOn }: Todo) => dueOn ?? '9999'

  test('the earliest day first, page by page without loss, also when the last row is done meanwhile', async () => {
    const whole: Todo[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: TodoPage = await asked(CLERK, `limit=7${cursor && `&cursor=${cursor}`}`)
      whole.push(...page.items)
      cursor = page.nextCursor
      expect(page.total).toBeGreaterThan(50)
    }
    const { total, late } = await asked(CLERK)
    expect([whole.length, whole.filter(one => one.late).length]).toEqual([total, late])
    expect(new Set(whole.map(({ id }) => id)).size).toBe(total)
    expect(whole.map(dayOf)).toEqual(whole.map(dayOf).sort())

    const first = await asked(CLERK, 'limit=1')
    await send(CLERK, 'POST', `/obligations/${first.items[0]!.subject}/remind`, {})
    const second = await asked(CLERK, `limit=50&cursor=${first.nextCursor}`)
    expect(second.items[0]?.id).toBe(whole[1]?.id)
    expect(second.total).toBe(total - 1)
  })

  test('sorted by village or kind it pages without loss too', async () => {
    for (const sort of ['org', 'kind'] as const) {
      const first = await asked(CLERK, `limit=30&sort=${sort}`)
      const rest = await asked(CLERK, `limit=50&sort=${sort}&cursor=${first.nextCursor}`)
      const groups = [...first.items, ...rest.items].map(one => (sort === 'org' ? one.orgCode : one.kind))
      expect(groups).toHaveLength(first.total)
      const changes = groups.filter((group, index) => group !== groups[index - 1])
      expect(changes).toHaveLength(new Set(groups).size)
    }
  })

  test('by kind, by village, late ones alone; counts are those of everything', async () => {
    const all = await asked(CLERK)
    const village = await asked(CLERK, `org=${VILLAGE}&limit=50`)
    expect(village.items.every(({ orgCode }) => orgCode === VILLAGE)).toBe(true)
    expect(village.items).toHaveLength(all.orgs.find(({ code }) => code === VILLAGE)!.count)
    const late = await asked(CLERK, `org=${VILLAGE}&late=1&kind=obligation&limit=50`)
    expect(late.items.every(one => one.late && one.kind === 'obligation')).toBe(true)
    expect([late.total, late.kinds, late.orgs]).toEqual([all.total, all.kinds, all.orgs])
    expect((await server.ask('GET', '/me/todos?cursor=xyz', { token: tokenIn(server, ...CLERK) })).status).toBe(400) // prettier-ignore
  })

  test('a notice being written stands for its obligation, with the earlier day', async () => {
    const [owed] = (await of(EDITOR, 'obligation')).filter(({ title }) => title.includes('最低生活保障'))
    const { itemId, period } = owed!.form!
    const form = await send<NoticeForm>(
      EDITOR,
      'GET',
      `/catalogue-items/${itemId}/form?org=${VILLAGE}&period=${period}`,
    )
    const made = await send<WorkNoticePage>(EDITOR, 'POST', '/notices', {
      orgCode: VILLAGE,
      itemId,
      content: form.content,
    })
    const now = await asked(EDITOR)
    expect(now.items.map(({ id }) => id)).not.toContain(owed!.id)
    const written = now.items.find(({ subject }) => subject === made.notice.id)
    expect(written).toMatchObject({ step: '提交监督审核', dueOn: owed!.dueOn, late: true })
  })
})

describe('an act on several rows is one request that reports on each', () => {
  test('the street reminds; who was reminded today is told so, the others are done; a stranger does nothing', async () => {
    const owed = (await of(CLERK, 'obligation')).slice(0, 3).map(({ subject }) => ({ id: subject }))
    await send(CLERK, 'POST', `/obligations/${owed[1]!.id}/remind`, {})
    const body = { obligations: owed, text: '请尽快公开这几项。' }
    const strange = await server.ask('POST', '/obligations/remind', { token: tokenIn(server, ...EDITOR), body }) // prettier-ignore
    expect(strange.status).toBe(403)
    const key = 'remind-many-0001'
    const remind = async () =>
      (await server.ask<ManyReport>('POST', '/obligations/remind', { token: tokenIn(server, ...CLERK), body, key })).body // prettier-ignore
    const report = await remind()
    expect(report.rows.map(({ done, code }) => [done, code])).toEqual([
      [true, null],
      [false, 'reminded-today'],
      [true, null],
    ])
    expect(report.rows[1]?.message).toMatch(/[一-龥]/)
    expect(await remind()).toEqual(report)
    const left = await of(CLERK, 'obligation')
    expect(left.map(({ subject }) => subject)).not.toEqual(expect.arrayContaining([owed[0]!.id]))
  })

  test('the village archives in one volume; an outdated version is left as it is', async () => {
    const [first, second] = (await of(EDITOR, 'notice')).filter(({ acts }) => acts.includes('archive'))
    const notices = [
      { id: first!.subject, version: first!.version! },
      { id: second!.subject, version: second!.version! - 1 },
    ]
    const { rows } = await send<ManyReport>(EDITOR, 'POST', '/notices/archive', {
      notices,
      volume: '2026-补-1',
    })
    expect(rows.map(({ done }) => done)).toEqual([true, false])
    const left = (await of(EDITOR, 'notice')).map(({ subject }) => subject)
    expect([left.includes(first!.subject), left.includes(second!.subject)]).toEqual([false, true])
  })
})
