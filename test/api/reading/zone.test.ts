import jsQR from 'jsqr'
import sharp from 'sharp'
import type { ErrorBody } from '../../../shared/contract/common'
import type { Zone } from '../../../shared/contract/reading/zone'
import { startTestServer, type TestServer } from '../../support/api/testServer'
import { buildWorld, tokenOf } from '../../support/api/world'
import { picturesOf, wordsOf } from '../../support/print/pages'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer('zone')
  await buildWorld(server.db)
})
afterAll(() => server.close())

const PLACE = {
  kind: 'hall',
  name: '东街道便民服务中心专区',
  address: '东大街 1 号',
  hours: '工作日 9:00—17:00',
  phone: '0910-0000000',
  has: ['自助查询机', '免费打印复印'],
}
const put = (person: 'clerk' | 'editor', code: string, body: object) =>
  server.ask<Zone>('PUT', `/orgs/${code}/zone`, { token: tokenOf(server, person), body })

const paper = async (code: string, name: string) => {
  const answer = await fetch(`${server.url}/api/v1/orgs/${code}/zone/paper?paper=${name}`)
  return { status: answer.status, pdf: Buffer.from(await answer.arrayBuffer()) }
}
const page = async (path: string) => (await fetch(server.url + path)).text()

/** Reads every code of a picture, window by window: the reader takes one code at a time. */
async function allCodes(picture: Buffer): Promise<string[]> {
  const { width, height } = await sharp(picture).metadata()
  const [wide, high] = [Math.floor(width / 4), Math.floor(width / 5)]
  const found = new Set<string>()
  for (let top = 0; top + high <= height; top += Math.floor(high / 4)) {
    for (let left = 0; left + wide <= width; left += Math.floor(wide / 5)) {
      const part = sharp(picture).extract({ left, top, width: wide, height: high }).ensureAlpha().raw()
      const code = jsQR(new Uint8ClampedArray(await part.toBuffer()), wide, high)
      if (code) found.add(code.data)
    }
  }
  return [...found]
}

test('a street without a list says so; its clerk enters one, a village shows the same, nobody else writes', async () => {
  expect((await server.ask<Zone>('GET', '/orgs/ST1/zone')).body.places).toEqual([])
  expect(await page('/zone/ST1')).toContain('还没有登记查阅点')
  const set = await put('clerk', 'ST1', { places: [PLACE] })
  expect([set.status, set.body.places]).toEqual([200, [PLACE]])
  expect((await server.ask<Zone>('GET', '/orgs/V1/zone')).body).toMatchObject({
    orgCode: 'ST1',
    places: [PLACE],
  })
  for (const word of [
    PLACE.name,
    PLACE.address,
    PLACE.hours,
    PLACE.phone,
    '自助查询机',
    '政务服务大厅专区',
  ]) {
    expect(await page('/zone/ST1')).toContain(word)
  }
  expect((await put('editor', 'ST1', { places: [] })).status).toBe(403)
  const bad = await put('clerk', 'ST1', { places: [{ ...PLACE, name: '', hours: '' }] })
  const { details } = (bad.body as unknown as ErrorBody).error
  expect([bad.status, details.map(({ field }) => field)]).toEqual([400, ['places.0.name', 'places.0.hours']])
  expect((await server.ask('GET', '/orgs/NOBODY/zone')).status).toBe(404)
})

test('the guide and the blank forms are printed from data, and ask no purpose', async () => {
  await put('clerk', 'ST1', { places: [PLACE] })
  const guide = (await wordsOf((await paper('ST1', 'guide')).pdf)).join('')
  for (const word of [PLACE.name, PLACE.address, '20 个工作日', '60 日内', '6 个月内', '口头申请']) {
    expect(guide).toContain(word)
  }
  for (const [name, word] of [
    ['form-person', '证件号码'],
    ['form-body', '统一社会信用代码'],
  ] as const) {
    const words = (await wordsOf((await paper('ST1', name)).pdf)).join('')
    expect(words).toContain(word)
    expect(words).toContain('签名')
    expect(words).not.toContain('用途')
  }
  expect((await paper('ST1', 'station')).status).toBe(404)
  const station = (await wordsOf((await paper('V1', 'station')).pdf)).join('')
  for (const word of ['东一村', '口头愿望记录', '东街道']) expect(station).toContain(word)
  expect((await paper('V1', 'guide')).pdf.equals((await paper('ST1', 'guide')).pdf)).toBe(true)
})

test('every code of the hall’s sheet decodes from the drawn page and leads to a page that opens', async () => {
  const { pdf } = await paper('ST1', 'matrix')
  const count = (await wordsOf(pdf)).length
  const pictures = await picturesOf(
    pdf,
    Array.from({ length: count }, (_, at) => at + 1),
  )
  const codes = (await Promise.all(pictures.map(allCodes))).flat()
  const base = server.services.config.publicBaseUrl
  const wanted = [
    '/v/ST1',
    '/c/ST1',
    '/zone/ST1',
    'write/index?org=ST1',
    'progress/index?number=',
    '/v/V1',
    '/v/V2',
  ]
  for (const end of wanted) expect(codes.filter(code => code.endsWith(end))).toHaveLength(1)
  expect(codes.every(code => code.startsWith(base))).toBe(true)
  expect(codes.length).toBe(new Set(codes).size)
  const pages = codes.map(code => code.slice(base.length)).filter(path => !path.startsWith('/#'))
  const states = await Promise.all(pages.map(async path => (await fetch(server.url + path)).status))
  expect(states.filter(status => status !== 200)).toEqual([])
})
