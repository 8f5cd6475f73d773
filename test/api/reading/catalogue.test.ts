import type { PowerItemPage, PowerList } from '@shared/contract/power/list'
import type { ServiceGuide } from '@shared/contract/reading/serviceGuide'
import type { ErrorBody } from '../../../shared/contract/common'
import { CataloguePage, ItemPage } from '../../../shared/contract/reading/site'
import type { TestServer } from '../../support/api/testServer'
import { STREET, VILLAGE, startSeededServer } from '../../support/reading/seededServer'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'
import { Publications } from '@server/disclosure/publications/models/publications'
import { Orgs } from '@server/people/orgs/models/orgs'

let server: TestServer

beforeAll(async () => {
  server = await startSeededServer('catalogue')
})
afterAll(() => server.close())

const catalogueOf = async (code: string) => {
  const { body } = await server.ask<CataloguePage>('GET', `/orgs/${code}/catalogue`)
  return CataloguePage.parse(body)
}

describe('GET /orgs/:code/catalogue', () => {
  test('a village sees the catalogue of its street, every area with its items in order', async () => {
    const [own, above] = [await catalogueOf(VILLAGE), await catalogueOf(STREET)]
    expect(own).toEqual(above)
    expect(own.issuer.code).toBe(STREET)
    expect(own.areas.length).toBeGreaterThanOrEqual(6)
    for (const area of own.areas) {
      const rows = await server.db
        .of(CatalogueItems)
        .find({ catalogueId: area.catalogueId })
        .sort({ order: 1 })
        .lean()
      expect(area.items.map(({ id }) => id)).toEqual(rows.map(({ _id }) => _id))
    }
  })

  test('counts the villages that have disclosed an item, not their notices', async () => {
    const { areas } = await catalogueOf(STREET)
    for (const { id, villageCount } of areas.flatMap(area => area.items)) {
      const item = await server.db.of(CatalogueItems).findById(id).lean()
      const villages = ['V01', 'V02', 'V03'].map(village => `${STREET}-${village}`)
      const rows = await server.db.of(Publications).find({ itemKey: item!.key, live: true }).lean()
      expect(villageCount).toBe(villages.filter(code => rows.some(row => row.orgCode === code)).length)
    }
  })

  test('a city or area without a catalogue of its own, or above it, has none', async () => {
    const { status, body } = await server.ask<ErrorBody>('GET', '/orgs/XQ-DH/catalogue')
    expect([status, body.error.code]).toEqual([404, 'catalogue-not-found'])
  })
})

describe('GET /catalogue-items/:id', () => {
  test('办事指南: from the sister guide of the same matter and the village’s own notice, offices to ask, never a person', async () => {
    const { areas } = await catalogueOf(STREET)
    const item = areas.flatMap(area => area.items).find(({ path }) => path.at(-1) === '审批信息')!
    const page = ItemPage.parse((await server.ask('GET', `/catalogue-items/${item.id}?org=${VILLAGE}`)).body)
    const of = (id: string) => page.guide!.rows.find(row => row.id === id)!
    expect(of('who').value).toContain('家庭人均收入低于当地低保标准')
    expect(of('bring').value).toContain('户口簿')
    expect(of('call').value).toMatch(/^029-0000 \d{4}$/)
    const guide = await server.db
      .of(Publications)
      .findOne({ noticeId: of('standard').from!.noticeId })
      .lean()
    expect([guide!.orgCode, guide!.regards]).toEqual([STREET, null])
    expect(page.guide!.ask.map(({ name }) => name)).toEqual(['柳溪街道', '柳湾村'])
    const { contacts } = (await server.db.of(Orgs).findById(VILLAGE).lean())!
    for (const { name } of contacts) expect(JSON.stringify(page.guide)).not.toContain(name)
    const money = areas.flatMap(area => area.items).find(({ category }) => category === 'village-finance')!
    expect(ItemPage.parse((await server.ask('GET', `/catalogue-items/${money.id}`)).body).guide).toBeNull()
  })

  test('every service has one guide, the same from the catalogue and from the power list', async () => {
    const { body: list } = await server.ask<PowerList>('GET', `/orgs/${VILLAGE}/powers`)
    const guides = new Map<string, unknown>()
    for (const { code } of list.items) {
      const { body } = await server.ask<PowerItemPage>('GET', `/orgs/${VILLAGE}/powers/${code}`)
      expect([code, body.guide !== null]).toEqual([code, body.item.nature === 'service'])
      if (body.guide) guides.set(code, body.guide)
    }
    expect(guides.size).toBeGreaterThan(8)
    const { areas } = await catalogueOf(STREET)
    const met = new Set<string>()
    for (const { id } of areas.flatMap(area => area.items)) {
      const { guide } = ItemPage.parse(
        (await server.ask('GET', `/catalogue-items/${id}?org=${VILLAGE}`)).body,
      )
      if (!guide?.service) continue
      expect(guide).toEqual(guides.get(guide.service.code))
      met.add(guide.service.name)
    }
    expect([...met]).toContain('最低生活保障申请')
    const aid = guides.get('BM-01') as ServiceGuide
    expect(aid.rows.find(({ id }) => id === 'bring')!.value.split('、')).toHaveLength(5)
    expect(aid.rows.find(({ id }) => id === 'time')!.value).toMatch(/^最长\d+个工作日/)
    expect(aid.rows.filter(({ unsaid }) => unsaid)).toEqual([])
  })

  test('shows the standard, the street’s own disclosures and every village’s newest', async () => {
    const { areas } = await catalogueOf(STREET)
    const item = areas.flatMap(area => area.items).find(({ path }) => path.at(-1) === '审批信息')!
    const page = ItemPage.parse((await server.ask('GET', `/catalogue-items/${item.id}`)).body)
    expect(page.presented.blocks).toHaveLength(1)
    expect(page.item.elements).toEqual(['低保对象名单及相关信息'])
    expect(page.government.length).toBeGreaterThan(0)
    expect(page.government.every(({ orgCode }) => orgCode === STREET)).toBe(true)
    expect(page.villages.map(({ org }) => org.name)).toEqual(['柳湾村', '东岭村', '桥头社区'])
    for (const { org, newest } of page.villages) {
      const rows = await server.db
        .of(Publications)
        .find({ orgCode: org.code, live: true, itemKey: page.item.key })
        .sort({ publishedAt: -1 })
        .lean()
      expect(newest?.id ?? null).toBe(rows[0]?.noticeId ?? null)
    }
  })

  test('with a village: that one first, and nothing that the street said of the others', async () => {
    const { areas } = await catalogueOf(STREET)
    const item = areas.flatMap(area => area.items).find(({ path }) => path.at(-1) === '审批信息')!
    const second = `${STREET}-V02`
    const page = ItemPage.parse((await server.ask('GET', `/catalogue-items/${item.id}?org=${second}`)).body)
    expect(page.villages[0]?.org.code).toBe(second)
    expect(page.government.every(({ regardsName }) => regardsName === null || regardsName === '东岭村')).toBe(
      true,
    )
  })

  test.each([
    ['/catalogue-items/itm_nobodyknows', 404, 'item-not-found'],
    ['/catalogue-items/nonsense', 400, 'invalid-request'],
    ['/catalogue-items/itm_nobodyknows?org=NOBODY', 404, 'org-not-found'],
    ['/orgs/NOBODY/catalogue', 404, 'org-not-found'],
  ])('%s is refused', async (path, status, code) => {
    const answer = await server.ask<ErrorBody>('GET', path)
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
  })
})
