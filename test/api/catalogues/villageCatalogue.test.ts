import type { ErrorBody, ManyReport } from '../../../shared/contract/common'
import type { VillageCatalogue } from '../../../shared/contract/catalogues/villageCatalogue'
import type { CataloguePage, ItemPage } from '../../../shared/contract/reading/site'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { listStoryOf } from '../../support/api/villageCatalogues'
import { ITEMS, buildWorld, clearNotices, storyOf, tokenOf } from '../../support/api/world'
import { Catalogues } from '@server/catalogues/catalogue/models/catalogues'

let server: TestServer
let story: ReturnType<typeof listStoryOf>

beforeAll(async () => {
  server = await startTestServer('village-list')
  await buildWorld(server.db)
  story = listStoryOf(server)
})
beforeEach(() => clearNotices(server.db))
afterAll(() => server.close())

const PATH = '/orgs/V1/village-catalogue'
const ask = <Body = ErrorBody>(
  method: string,
  path: string,
  body: object,
  person: Parameters<typeof tokenOf>[1] = 'editor',
) => server.ask<Body>(method, path, { token: tokenOf(server, person), body })

describe('making the list', () => {
  test('an adopted item keeps the key of the street’s item, an altered one shows what is different', async () => {
    await story.adopt([ITEMS.finance.key, ITEMS.subsidy.key])
    const list = await story.done<VillageCatalogue>('editor', 'PUT', `${PATH}/items`, {
      version: 1,
      key: ITEMS.subsidy.key,
      elements: ['政策依据', '补贴结果', '监督渠道', '面积'],
      deadline: '每季度首月20日',
    })
    expect(list.items.map(({ key, origin }) => [key, origin.kind])).toEqual([
      [ITEMS.finance.key, 'adopted'],
      [ITEMS.subsidy.key, 'adapted'],
    ])
    expect(list.items[1]!.differences).toEqual([
      {
        label: '公开内容',
        village: '政策依据、补贴结果、监督渠道、面积',
        street: '政策依据、补贴结果、监督渠道',
      },
      { label: '公开时限', village: '每季度首月20日', street: '（没有写）' },
    ])
  })

  test('the street’s own wording makes an altered item adopted again', async () => {
    await story.adopt([ITEMS.subsidy.key])
    const alter = (version: number, elements: readonly string[]) =>
      story.done<VillageCatalogue>('editor', 'PUT', `${PATH}/items`, {
        version,
        key: ITEMS.subsidy.key,
        elements,
        deadline: null,
      })
    expect((await alter(1, [])).items[0]!.origin.kind).toBe('adapted')
    expect((await alter(2, ITEMS.subsidy.elements)).items[0]!.origin.kind).toBe('adopted')
  })

  test('what is taken off stays known with its reason and comes back when it is adopted again', async () => {
    const { version } = await story.adopt()
    const body = { version, key: ITEMS.finance.key, reason: '本村由街道代管账目' }
    const list = await story.done<VillageCatalogue>('editor', 'POST', `${PATH}/remove`, body)
    expect(list.removed).toMatchObject([{ key: ITEMS.finance.key, reason: '本村由街道代管账目' }])
    expect(list.missing.find(({ key }) => key === ITEMS.finance.key)?.removed).toBe('本村由街道代管账目')
    expect((await story.adopt()).removed).toEqual([])
  })

  test('refuses all at once what cannot be adopted, and does nothing', async () => {
    await story.adopt()
    const { status, body } = await ask('POST', `${PATH}/adopt`, {
      version: 1,
      keys: ['nowhere', ITEMS.finance.key],
    })
    expect(status).toBe(422)
    expect(body.error.details.map(({ code, field }) => [code, field])).toEqual([
      ['item-not-in-force', 'keys.0'],
      ['line-exists', 'keys.1'],
    ])
    expect((await story.read()).version).toBe(1)
  })

  test('a line that the street’s catalogue has under the same name is to be adopted', async () => {
    const line = { version: 0, area: '涉农补贴', path: [...ITEMS.subsidy.path], elements: [], deadline: null }
    const { status, body } = await ask('POST', `${PATH}/items`, line)
    expect([status, body.error.details[0]?.code]).toEqual([422, 'line-is-streets'])
  })

  test('personal data does not get into the list', async () => {
    const line = { version: 0, area: '村务公开', path: ['补贴13812345678'], elements: [], deadline: null }
    expect((await ask('POST', `${PATH}/items`, line)).status).toBe(422)
  })

  test('of two who alter the same version one is told to look again', async () => {
    const add = (name: string) => ({
      version: 0,
      area: '村务公开',
      path: [name],
      elements: [],
      deadline: null,
    })
    const answers = await Promise.all([
      ask('POST', `${PATH}/items`, add('村规民约')),
      ask('POST', `${PATH}/items`, add('印章管理'), 'head'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await story.read()).items).toHaveLength(1)
  })
})

describe('the list in force', () => {
  test('is a catalogue of the village: public page, form and notice go by it, with the street’s keys', async () => {
    await story.listInForce('村规民约')
    const { body } = await server.ask<CataloguePage>('GET', '/orgs/V1/catalogue')
    expect([body.issuer.code, body.areas.map(({ area, version }) => [area, version])]).toEqual([
      'V1',
      [
        ['村务公开', 1],
        ['村级财务', 1],
      ],
    ])
    const item = body.areas[1]!.items[0]!
    const page = await server.ask<ItemPage>('GET', `/catalogue-items/${item.id}`)
    expect(page.body.item).toMatchObject({
      key: ITEMS.finance.key,
      orgCode: 'V1',
      origin: { kind: 'adopted' },
    })
    const form = await server.ask('GET', `/catalogue-items/${item.id}/form?org=V1`, {
      token: tokenOf(server, 'editor'),
    })
    expect(form.status).toBe(200)
    const draft = await storyOf(server).create('editor', { itemId: item.id })
    expect(draft.item.key).toBe(ITEMS.finance.key)
  })

  test('a village’s item shows the street’s disclosure of the same matter', async () => {
    await story.listInForce()
    const people = storyOf(server)
    const street = await people.create('clerk', { orgCode: 'ST1' })
    await people.publish('clerk', await people.agree('clerk-2', await people.submit('clerk', street)))
    const { body } = await server.ask<CataloguePage>('GET', '/orgs/V1/catalogue')
    const page = await server.ask<ItemPage>('GET', `/catalogue-items/${body.areas[0]!.items[0]!.id}?org=V1`)
    expect(page.body.government.map(({ orgName }) => orgName)).toEqual(['东街道'])
    expect(page.body.villages.map(({ org }) => org.code)).toEqual(['V1'])
  })

  test('is put into force by a second person only, and each time as a new immutable version', async () => {
    await story.adopt()
    const { status, body } = await ask('POST', `${PATH}/activate`, { version: 1 }, 'editor')
    expect([status, body.error.code]).toEqual([403, 'forbidden'])
    await story.activate('supervisor')
    await story.add('村规民约')
    await story.activate()
    const versions = await server.db
      .of(Catalogues)
      .find({ orgCode: 'V1' })
      .sort({ area: 1, version: 1 })
      .lean()
    expect(versions.map(({ area, version, active }) => [area, version, active])).toEqual([
      ['村务公开', 1, true],
      ['村级财务', 1, true],
    ])
    const again = await ask('POST', `${PATH}/activate`, { version: 2 }, 'head')
    expect([again.status, again.body.error.code]).toEqual([409, 'list-unchanged'])
  })

  test('an area that the list has no more ends', async () => {
    const [key] = await story.listInForce('村规民约')
    const { version } = await story.read()
    await story.done('editor', 'POST', `${PATH}/remove`, { version, key, reason: '并入其他事项' })
    await story.activate()
    const active = await server.db.of(Catalogues).find({ orgCode: 'V1', active: true }).lean()
    expect(active.map(({ area }) => area)).toEqual(['村级财务'])
  })

  test('an empty list cannot be put into force', async () => {
    const { version } = await story.adopt()
    await story.done('editor', 'POST', `${PATH}/remove`, {
      version,
      key: ITEMS.finance.key,
      reason: '本村没有',
    })
    const { status, body } = await ask('POST', `${PATH}/activate`, { version: version + 1 }, 'head')
    expect([status, body.error.code]).toEqual([422, 'list-empty'])
  })
})

describe('what the street says', () => {
  test('stands beside the list; the list is as it was', async () => {
    await story.adopt()
    const text = '建议采用耕地地力保护补贴'
    const list = await story.done<VillageCatalogue>('clerk', 'POST', `${PATH}/remarks`, {
      text,
      key: ITEMS.subsidy.key,
    })
    expect(list.remarks).toMatchObject([{ text, path: ITEMS.subsidy.path, body: '东街道' }])
    expect(list.abilities).toEqual(['remark'])
    expect((await story.read()).version).toBe(1)
  })

  test('is sent to several villages at once; to one of another street nothing is sent to any', async () => {
    const text = '每季度首月请公开耕地地力保护补贴'
    const send = (codes: readonly string[], key: string | null) =>
      ask<ManyReport & ErrorBody>(
        'POST',
        '/village-catalogues/remarks',
        { villages: codes.map(id => ({ id })), text, key },
        'clerk',
      )
    const remarksOf = async (code: string) =>
      (await story.done<VillageCatalogue>('clerk', 'GET', `/orgs/${code}/village-catalogue`)).remarks
    expect((await send(['V1', 'V9'], null)).status).toBe(403)
    expect(await remarksOf('V1')).toEqual([])
    expect((await send(['V1', 'V1'], null)).status).toBe(400)
    const refused = await send(['V1', 'V2'], 'nowhere')
    expect(refused.body.rows.map(({ id, done }) => [id, done])).toEqual([
      ['V1', false],
      ['V2', false],
    ])
    expect((await send(['V1', 'V2'], ITEMS.subsidy.key)).body.rows.every(({ done }) => done)).toBe(true)
    for (const code of ['V1', 'V2']) {
      expect(await remarksOf(code)).toMatchObject([{ text, path: ITEMS.subsidy.path, body: '东街道' }])
    }
  })

  test('coverage counts standard items that reach the village', async () => {
    expect((await story.read()).coverage).toEqual({ items: 3, covered: 0 })
    expect((await story.adopt()).coverage).toEqual({ items: 3, covered: 1 })
  })
})

test('a street has no list of its own', async () => {
  const { status, body } = await server.ask<ErrorBody>('GET', '/orgs/ST1/village-catalogue', {
    token: tokenOf(server, 'clerk'),
  })
  expect([status, body.error.code]).toEqual([422, 'not-a-village'])
})
