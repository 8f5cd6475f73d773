import sharp from 'sharp'
import { shortCode } from '../../shared/presentation/shortCode'
import { clientOf } from '../support/journeys/library'
import { picturesOf, qrOf } from '../support/print/pages'
import { servedPhones } from '../support/weapp/servedPhones'

/** Public address of the server, as its codes carry it. */
const SITE = 'https://mingbai.example'

/** Codes on paper and screens, read as a camera reads them and opened as WeChat opens them. */
const { launch, library, server } = servedPhones('codes', { WECHAT_PRINT_CODE: 'on', PUBLIC_BASE_URL: SITE })

const VILLAGE = 'XQ-DH-LX-V01'
/** WeChat's scenes of a scanned 小程序码 and of a scanned ordinary code. */
const [MINI_CODE, PLAIN_CODE] = [1047, 1011]

async function financeNotice(): Promise<{ id: string; title: string }> {
  const { items } = await library().client.api('GET /orgs/:code/notices', {
    params: { code: VILLAGE },
    query: { category: 'village-finance' },
  })
  return items[0]!
}

async function wall(id: string, form: string): Promise<Buffer> {
  const answer = await fetch(`${server().url}/api/v1/notices/${id}/wall?form=${form}`)
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}

const paper = {
  公示单: async (id: string) => (await picturesOf(await wall(id, 'a4'), [1]))[0]!,
  群海报: (id: string) => wall(id, 'poster'),
}

test.each(Object.entries(paper))('the 小程序码 of %s opens its notice', async (_name, print) => {
  const { id, title } = await financeNotice()
  const read = await qrOf(await print(id))
  expect(read).toBe(`pages/entry/index?scene=n%2F${shortCode(id)}`)
  const phone = await launch({ entry: read!, scene: MINI_CODE })
  await phone.see(title)
  expect(await phone.app.stack()).toEqual(['pages/notice/index'])
  await phone.visit('/pages/entry/index')
  expect(await phone.errors()).toEqual([])
})

test('an ordinary code of our own host, opened by WeChat’s rule, and the same code scanned inside the app', async () => {
  const { id, title } = await financeNotice()
  const address = `${SITE}/n/${shortCode(id)}`
  const phone = await launch({ entry: `pages/entry/index?q=${encodeURIComponent(address)}`, scene: PLAIN_CODE })
  await phone.see(title)
  expect(await phone.route()).toBe('pages/notice/index')
  const other = await launch({ entry: 'pages/entry/index', code: address })
  await other.press('扫纸上的码')
  await other.see(title)
  await other.visit(`/pages/entry/index?q=${encodeURIComponent(`${SITE}/v/${VILLAGE}`)}`)
  await other.see('五类重点公开')
  expect(await other.errors()).toEqual([])
}) // prettier-ignore

test('the code of a 存证单 shown on the phone is checked by the next phone that scans it', async () => {
  const { id } = await financeNotice()
  const shows = await launch({ entry: `packages/verify/pages/sheet/index?id=${id}` })
  await shows.see('账本指纹')
  const [picture = ''] = await shows.app.pictures('.section')
  const [, svg = ''] = /^data:image\/svg\+xml,(.*)$/.exec(picture) ?? []
  const read = await qrOf(await sharp(Buffer.from(decodeURIComponent(svg)), { density: 200 }).flatten({ background: '#fff' }).png().toBuffer())
  expect(read).toContain(`/n/${shortCode(id)}/check?id=${id}`)
  const phone = await launch({ entry: `pages/entry/index?q=${encodeURIComponent(read!)}`, scene: PLAIN_CODE })
  await phone.see('到现在没有变过')
  expect(await phone.route()).toBe('packages/verify/pages/check/index')
  expect(await phone.errors()).toEqual([])
}) // prettier-ignore

test('a short code typed by hand, with a gap as printed; 查找 takes it too, in whatever village', async () => {
  const { id, title } = await financeNotice()
  const code = shortCode(id)
  const phone = await launch({ entry: 'pages/entry/index' })
  await phone.write('短码', '12345')
  await phone.press('打开')
  await phone.see('短码是 7 个数字')
  await phone.write('短码', `${code.slice(0, 3)} ${code.slice(3)}`)
  await phone.press('打开')
  await phone.see(title)
  await phone.visit('/pages/search/index?org=XQ-DH-LX-V02')
  await phone.write('要找的词', code)
  await phone.press('查找', 'button')
  await phone.see(title)
  expect(await phone.errors()).toEqual([])
})

test.each([
  ['n%2F0000001', '没有找到这个码'],
  ['v%2FNOWHERE', '没有找到这个机构'],
  ['zzz', '这个码不是明白栏的'],
])('an unknown code %s is said in plain words, with ways on', async (scene, words) => {
  const phone = await launch({ entry: `pages/entry/index?scene=${scene}`, scene: MINI_CODE })
  await phone.see(words)
  expect((await phone.app.pressables()).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['查找公示', '回公开栏', '打开']),
  )
  expect(await phone.errors()).toEqual([])
})

test('a code of another installation is not followed', async () => {
  const { id } = await financeNotice()
  const address = encodeURIComponent(`https://elsewhere.example/n/${shortCode(id)}`)
  const phone = await launch({ entry: `pages/entry/index?q=${address}`, scene: PLAIN_CODE })
  await phone.see('这个码不是这里的明白栏印的')
})

test('the code of a withdrawn notice says who withdrew it, when and why', async () => {
  const { id } = await financeNotice()
  const head = await clientOf(server(), 'head')
  const { notice } = await head.api('GET /work/:id', { params: { id } })
  const body = {
    version: notice.version,
    reason: '误公开了不该公开的内容',
    measures: '已经撤下并告知当事人',
    leaked: ['id' as const],
    persons: 1,
  }
  await head.api(
    'POST /notices/:id/withdraw',
    { params: { id }, body },
    { idempotencyKey: 'withdraw-by-code' },
  )
  const phone = await launch({ entry: `pages/entry/index?scene=n%2F${shortCode(id)}`, scene: MINI_CODE })
  await phone.see('已经撤回')
  expect(await phone.text()).toContain('误公开了不该公开的内容')
})
