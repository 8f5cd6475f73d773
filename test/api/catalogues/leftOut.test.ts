import type { ErrorBody } from '../../../shared/contract/common'
import type { VillageCatalogue } from '../../../shared/contract/catalogues/villageCatalogue'
import { InboxMessages } from '@server/people/messages/models/inboxMessages'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { confirmSame, listStoryOf } from '../../support/api/villageCatalogues'
import { ITEMS, buildWorld, clearNotices, tokenOf, userId } from '../../support/api/world'

let server: TestServer
let story: ReturnType<typeof listStoryOf>

beforeAll(async () => {
  server = await startTestServer('left-out')
  await buildWorld(server.db)
  story = listStoryOf(server)
})
beforeEach(async () => {
  await clearNotices(server.db)
  await server.db.connection.collection('inboxMessages').deleteMany({})
})
afterAll(() => server.close())

const PATH = '/orgs/V1/village-catalogue'

const activate = (
  version: number,
  reasons: { key: string; reason: string }[],
  person: 'head' | 'supervisor' = 'head',
) =>
  server.ask<ErrorBody & VillageCatalogue>('POST', `${PATH}/activate`, {
    token: tokenOf(server, person),
    body: { version, reasons },
  })

const told = () =>
  server.db
    .of(InboxMessages)
    .find({ userId: userId('clerk') })
    .sort({ at: 1, _id: 1 })
    .lean()

const REASON = '本村没有种地的人'

describe('the second person sees the difference first', () => {
  test('what is new, altered and gone, in the one presentation of the street’s catalogue', async () => {
    await story.listInForce('村规民约')
    const { version, items } = await story.read()
    const own = items.find(({ path }) => path[0] === '村规民约')!
    await story.done('editor', 'POST', `${PATH}/remove`, { version, key: own.key, reason: '并入其他事项' })
    await story.add('印章管理')
    await story.done('editor', 'PUT', `${PATH}/items`, {
      version: version + 2,
      key: ITEMS.finance.key,
      elements: ITEMS.finance.elements,
      deadline: '每月10日前',
    })
    const diff = await story.diff('supervisor')
    expect(diff.areas).toMatchObject([
      {
        area: '村级财务',
        note: '和现行第 1 版比',
        changed: [
          { path: ITEMS.finance.path, fields: [{ label: '公开时限', before: '', after: '每月10日前' }] },
        ],
        counts: { added: 0, removed: 0, changed: 1, renamed: 0, same: 0 },
      },
      {
        area: '村务公开',
        note: '和现行第 1 版比',
        added: [{ path: ['印章管理'] }],
        removed: [{ path: ['村规民约'] }],
      },
    ])
    expect(diff.mayActivate).toBe(true)
    expect(await story.diff('editor')).toMatchObject({ mayActivate: false })
    expect(await story.diff('clerk')).toMatchObject({ mayActivate: false, activateRefusal: null })
  })

  test('whoever altered it is told that another person is needed', async () => {
    const body = { version: 0, keys: [ITEMS.finance.key] }
    await story.done('head', 'POST', `${PATH}/adopt`, body)
    const diff = await story.diff('head')
    expect([diff.mayActivate, diff.activateRefusal]).toEqual([
      false,
      '这份目录是您改过的，要由村里的另一个人看过再启用。',
    ])
  })
})

describe('an obliging item that is left out', () => {
  test('needs a reason: all of them are named at once, nothing is activated', async () => {
    const { version } = await story.adopt()
    const { status, body } = await activate(version, [{ key: ITEMS.subsidy.key, reason: REASON }])
    expect([status, body.error.code]).toEqual([422, 'left-out-unexplained'])
    expect(body.error.details).toEqual([
      {
        code: 'reason-required',
        field: `reasons.${ITEMS.other.key}`,
        message: '“城乡规划 › 村庄规划”在街道目录里要求村里公开，没有采用，请写明理由。',
      },
    ])
    expect((await story.read()).inForce).toBe(0)
    const none = await activate(version, [])
    expect(none.body.error.details).toHaveLength(2)
    expect(await told()).toEqual([])
  })

  test('with reasons it is activated; the street is told at once and reads them', async () => {
    const { version } = await story.adopt()
    const reasons = [ITEMS.subsidy, ITEMS.other].map(({ key }) => ({ key, reason: REASON }))
    const { status, body } = await activate(version, reasons)
    expect([status, body.inForce]).toEqual([200, version])
    expect(body.missing.map(({ removed }) => removed)).toEqual([REASON, REASON])
    expect(await told()).toMatchObject([
      {
        title: '东一村启用目录，没有采用 2 项',
        text: `耕地地力保护补贴（${REASON}）；村庄规划（${REASON}）`,
        link: 'village-catalogue/V1',
      },
    ])
  })

  test('is told once: the next activation needs no reason again and tells of what is new only', async () => {
    await story.listInForce('村规民约')
    const { version, items } = await story.read()
    const own = items.find(({ path }) => path[0] === '村规民约')!
    await story.done('editor', 'POST', `${PATH}/remove`, { version, key: own.key, reason: '并入其他事项' })
    const { status } = await activate(version + 1, [])
    expect(status).toBe(200)
    expect((await told()).map(({ title }) => title)).toEqual([
      '东一村启用目录，没有采用 2 项',
      '东一村启用目录，没有采用 1 项',
    ])
  })

  test('an item that was linked as the same matter is not left out', async () => {
    const [key] = await story.listInForce('粮食直补发放')
    await story.decide([confirmSame(key!, ITEMS.subsidy.key)])
    expect((await story.diff()).leftOut.map(item => item.key)).toEqual([ITEMS.other.key])
  })

  test('a reason with personal data is refused, by the item’s name', async () => {
    const { version } = await story.adopt([ITEMS.finance.key, ITEMS.other.key])
    const { status, body } = await activate(version, [
      { key: ITEMS.subsidy.key, reason: '问张三 13812345678' },
    ])
    expect([status, body.error.details[0]?.message]).toEqual([
      422,
      '“涉农补贴 › 耕地地力保护补贴”的理由里有个人信息，请去掉再写。',
    ])
  })
})

test('of two who activate at once one wins; the other is refused in words, and nothing is lost', async () => {
  const { version } = await story.adopt([ITEMS.finance.key, ITEMS.subsidy.key, ITEMS.other.key])
  const answers = await Promise.all([activate(version, []), activate(version, [], 'supervisor')])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const refused = answers.find(({ status }) => status === 409)!
  expect(refused.body.error).toMatchObject({
    code: 'list-unchanged',
    message: '这份目录已经启用，没有新的改动，不用再启用。',
  })
  const list = await story.read()
  expect([list.inForce, list.items.length]).toEqual([version, 3])
})
