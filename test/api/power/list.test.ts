import ExcelJS from 'exceljs'
import type { ErrorBody } from '../../../shared/contract/common'
import type {
  PowerComparison,
  PowerImport,
  PowerItemPage,
  PowerList,
} from '../../../shared/contract/power/list'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { type Person, buildWorld, clearNotices, tokenOf } from '../../support/api/world'
import { CORE, coreItem, reasonsWithout, stepNamed } from '../../support/power/core'
import { picturesOf, qrOf, wordsOf } from '../../support/print/pages'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { PowerLists } from '@server/power/lists/models/powerLists'
import { InboxMessages } from '@server/people/messages/models/inboxMessages'
import { PowerCases } from '@server/power/cases/models/powerCases'

const ADOPTION = { version: 0, model: 0, meeting: '村民代表会议', on: '2026-05-08', inForce: '2026-05-10' }
/** A handbook of all powers, printed and read back. */
const PRINT_MS = 240_000

let server: TestServer

beforeAll(async () => {
  server = await startTestServer('powers')
  await buildWorld(server.db)
})
beforeEach(() => clearNotices(server.db))
afterAll(() => server.close())

const read = async <T>(path: string) => (await server.ask<T>('GET', path)).body
const change = <T>(name: 'adopt' | 'switch', body: object, person: Person = 'head') =>
  server.ask<T>('POST', `/orgs/V1/powers/${name}`, { token: tokenOf(server, person), body })

test('a village without a list shows the model, and says that nobody adopted it', async () => {
  const list = await read<PowerList>('/orgs/V1/powers')
  expect(list).toMatchObject({ version: 0, adopted: null, inForce: null })
  expect(list.items.length).toBeGreaterThanOrEqual(30)
  expect(list.items[0]).toMatchObject({ class: 'decision', off: null })
  const page = await read<PowerItemPage>('/orgs/V1/powers/BM-01')
  expect(page.item.materials.length).toBeGreaterThan(0)
  expect(page.item.steps.map(({ id }) => id)).toContain('post')
  expect((await server.ask('GET', '/orgs/V1/powers/NO-99')).status).toBe(404)
  expect((await server.ask('GET', '/orgs/XQ/powers')).status).toBe(422)
})

test('what a meeting adopted stands in every item, and one that is not used says why', async () => {
  const { body: adopted } = await change<PowerList>('adopt', ADOPTION)
  expect(adopted).toMatchObject({ version: 1, adopted: { meeting: '村民代表会议' }, inForce: '2026-05-10' })
  const off = { version: 1, code: 'CG-01', reason: '本村没有这类采购' }
  const { body: without } = await change<PowerList>('switch', off, 'editor')
  expect(without.items.filter(item => item.off !== null)).toMatchObject([{ code: 'CG-01', off: off.reason }])
  const page = await read<PowerItemPage>('/orgs/V1/powers/CG-01')
  expect(page.item).toMatchObject({ adopted: adopted.adopted, inForce: '2026-05-10' })
  expect(page.ref.off).toBe(off.reason)
  const again = await change<PowerList>('switch', { version: 2, code: 'CG-01', reason: null })
  expect(again.body.items.every(item => item.off === null)).toBe(true)
  expect(await server.db.of(AuditEntries).countDocuments({ action: 'powerList.switch' })).toBe(2)
})

test('a list with a fault is not taken over, not one item of it; all faults are told', async () => {
  const round = coreItem('XM-01')
  stepNamed(round, 'party').next[0]!.to = 'propose'
  const gap = coreItem('CW-01')
  const { when } = stepNamed(gap, 'size').next[1]!
  if (when.kind === 'amount') when.belowFen! -= 1
  const body = { ...ADOPTION, items: [coreItem('BM-01'), round, gap] }
  const { status, body: refusal } = await change<ErrorBody>('adopt', body)
  expect(status).toBe(422)
  const told = refusal.error.details.map(({ code, field }) => [code, field])
  expect(told).toContainEqual(['power-cycle-undeclared', 'items.XM-01.propose'])
  expect(told).toContainEqual(['power-threshold-gap', 'items.CW-01.size'])
  expect(await server.db.of(PowerLists).countDocuments({})).toBe(0)
})

test('a list of one’s own is taken over as it was sent; of what it leaves out it says why, for everybody to read', async () => {
  const items = CORE.filter(item => item.class !== 'party').map(item => structuredClone(item))
  const left = CORE.filter(item => item.class === 'party')
  const { body: refusal } = await change<ErrorBody>('adopt', { ...ADOPTION, items })
  expect(refusal.error.details.map(({ code, field }) => [code, field])).toEqual(
    left.map(({ code }) => ['power-reason-missing', `reasons.${code}`]),
  )
  expect(refusal.error.details[0]?.message).toContain(`“${left[0]!.name}”`)
  const personal = left.map(({ code }) => ({ code, reason: '张三 11010519491231002X 不同意' }))
  expect((await change('adopt', { ...ADOPTION, items, reasons: personal })).status).toBe(422)
  const reasons = reasonsWithout(items)
  const { status, body } = await change<PowerList>('adopt', { ...ADOPTION, items, reasons })
  expect([status, body.items?.length]).toEqual([200, items.length])
  const { absent } = await read<PowerList>('/orgs/V1/powers')
  expect(absent).toEqual(left.map(({ code, name }) => ({ code, name, why: '本村没有这类事' })))
  const again = { ...ADOPTION, version: 1, meeting: '村民会议' }
  expect((await change<PowerList>('adopt', again)).body.absent).toEqual(absent)
})

test('a meeting that is still to come, and personal data, are refused', async () => {
  const item = coreItem('BM-01')
  item.summary = '找张三，身份证 11010519491231002X'
  const body = { ...ADOPTION, on: '2030-01-01', inForce: '2030-01-02', items: [item] }
  const { body: refusal } = await change<ErrorBody>('adopt', body)
  expect(refusal.error.details.map(({ field }) => field)).toEqual(expect.arrayContaining(['on', 'items']))
})

const at = (code: string) => ({
  adopt: (person: Person, body: object) =>
    server.ask<PowerList & ErrorBody>('POST', `/orgs/${code}/powers/adopt`, {
      token: tokenOf(server, person),
      body,
    }),
  switch: (person: Person, body: object) =>
    server.ask<PowerList>('POST', `/orgs/${code}/powers/switch`, { token: tokenOf(server, person), body }),
  compared: async (person: Person) =>
    (
      await server.ask<PowerComparison>('GET', `/orgs/${code}/powers/model`, {
        token: tokenOf(server, person),
      })
    ).body,
})
const STREET = { ...ADOPTION, meeting: '街道党工委会议' }

test('the street’s model: villages adopt it, see what it changed, and decide; cases keep what they were opened on', async () => {
  const [street, village] = [at('ST1'), at('V1')]
  const items = ['XM-01', 'CG-01', 'BM-01'].map(coreItem)
  items[1]!.summary = '街道的说法'
  const silent = await street.adopt('clerk', { ...STREET, items })
  expect(silent.body.error.details[0]).toMatchObject({ code: 'power-reason-missing', field: 'reasons.CG-01' })
  const reasons = [{ code: 'CG-01', reason: '区里统一这么叫' }, ...reasonsWithout(items)]
  expect((await street.adopt('clerk', { ...STREET, items, reasons })).status).toBe(200)
  expect(await read<PowerList>('/orgs/V1/powers')).toMatchObject({
    version: 0,
    adopted: null,
    model: { name: '东街道示范清单', version: 1 },
  })
  const page = await read<PowerItemPage>('/orgs/V1/powers/CG-01')
  expect(page.item).toMatchObject({ summary: '街道的说法', adopted: null, inForce: null })

  expect((await village.adopt('head', ADOPTION)).body.error.code).toBe('power-model-changed')
  const mine = structuredClone(items)
  mine[0]!.materials.push('村里的预算表')
  const why = [{ code: 'XM-01', reason: '村里一直要预算表' }]
  const taken = await village.adopt('head', { ...ADOPTION, model: 1, items: mine, reasons: why })
  expect(taken.body.items?.map(({ code, relation, why: reason }) => [code, relation, reason])).toEqual([
    ['XM-01', 'adapted', '村里一直要预算表'],
    ['CG-01', 'adopted', null],
    ['BM-01', 'adopted', null],
  ])
  const differs = await read<PowerItemPage>('/orgs/V1/powers/XM-01')
  expect(differs.differences).toMatchObject([
    { label: '材料', after: expect.stringContaining('村里的预算表') },
  ])
  expect((await village.compared('clerk')).changes).toEqual([])
  const opening = { itemCode: 'CG-01', title: '采购桌椅', amountFen: 900_000 }
  const { body: opened } = await server.ask<{ id: string }>('POST', '/orgs/V1/cases', {
    token: tokenOf(server, 'editor'),
    body: opening,
  })

  items[1]!.negative.push('不得指定品牌')
  items[0]!.name = '村级工程'
  const again = {
    ...STREET,
    version: 1,
    items: [...items, coreItem('CW-01')],
    reasons: [...reasons, { code: 'XM-01', reason: '名称太长' }],
  }
  expect((await street.adopt('street-head', again)).status).toBe(200)
  await street.switch('clerk', { version: 2, code: 'BM-01', reason: '改由区里直接受理' })
  const told = await server.db.of(InboxMessages).find({ link: 'power-list/V1' }).lean()
  expect(new Set(told.map(({ title }) => title))).toEqual(new Set(['东街道改了小微权力示范清单']))
  const { changes, now } = await village.compared('editor')
  expect(now.version).toBe(3)
  expect(changes.map(({ code, kind, relation, off }) => [code, kind, relation, off])).toEqual([
    ['XM-01', 'changed', 'adapted', null],
    ['CG-01', 'changed', 'adopted', null],
    ['CW-01', 'new', 'absent', null],
    ['BM-01', 'dropped', 'adopted', '改由区里直接受理'],
  ])
  expect(changes[1]!.lines).toMatchObject([
    { label: '不准做的', after: expect.stringContaining('不得指定品牌') },
  ])

  const decision = { ...ADOPTION, version: 1, model: 3, take: ['CG-01', 'BM-01'] }
  expect((await village.adopt('head', decision)).body.error.details).toMatchObject([
    { field: 'reasons.XM-01' },
    { field: 'reasons.CW-01', message: expect.stringContaining(`“${coreItem('CW-01').name}”`) },
  ])
  const decided = await village.adopt('head', {
    ...decision,
    reasons: [
      { code: 'XM-01', reason: '村里照老名称' },
      { code: 'CW-01', reason: '村里的支出由街道代办' },
    ],
  })
  expect(decided.body.items?.map(({ code, relation }) => [code, relation])).toEqual([
    ['XM-01', 'adapted'],
    ['CG-01', 'adopted'],
  ])
  expect(decided.body.absent).toMatchObject([{ code: 'CW-01', why: '村里的支出由街道代办' }])
  expect((await village.compared('head')).changes).toEqual([])
  const kept = await server.db.of(PowerCases).findById(opened.id).lean()
  expect(kept?.state.item.negative).not.toContain('不得指定品牌')
})

test('a list as a file: exported, mended, imported; all faults at once with row and field, and a preview before it counts', async () => {
  await change('adopt', ADOPTION)
  const file = async (format: string) =>
    Buffer.from(
      await (await fetch(`${server.url}/api/v1/orgs/V1/powers/export?format=${format}`)).arrayBuffer(),
    )
  const readBack = async (name: string, bytes: Buffer) =>
    server.ask<PowerImport & ErrorBody>('POST', '/orgs/V1/powers/read', {
      token: tokenOf(server, 'head'),
      file: { name, text: new Uint8Array(bytes) },
    })
  for (const format of ['xlsx', 'json']) {
    const { body } = await readBack(`清单.${format}`, await file(format))
    expect(body).toMatchObject({ count: CORE.length, faults: [], dropped: [] })
    expect(body.preview.every(({ relation }) => relation === 'adopted')).toBe(true)
  }

  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await file('xlsx')) as never)
  const cell = (sheet: string, header: string, row: number) => {
    const page = book.getWorksheet(sheet)!
    const column = (page.getRow(1).values as string[]).indexOf(header)
    return page.getRow(row).getCell(column)
  }
  cell('事项', '名称', 3).value = ''
  cell('环节', '时限', 7).value = '十天'
  cell('去向', '编号', 9).value = 'XX-99'
  cell('环节', '办理人', 12).value = '老王'
  const { body: refused } = await readBack('清单.xlsx', Buffer.from(await book.xlsx.writeBuffer()))
  const told = refused.faults.map(({ row, field }) => [field, row])
  expect(told).toEqual(
    expect.arrayContaining([
      ['事项.名称', 3],
      ['环节.时限', 7],
      ['去向.编号', 9],
      ['环节.办理人', 12],
    ]),
  )
  expect(refused.faults.map(({ message }) => message).join()).toContain('工作表“环节”第7行“时限”')

  const items = CORE.slice(0, 3).map(item => structuredClone(item))
  items[1]!.summary = '村里的说法'
  const json = Buffer.from(JSON.stringify({ items }))
  const { body: sound } = await readBack('清单.json', json)
  expect(sound).toMatchObject({ count: 3, faults: [] })
  expect(sound.dropped).toHaveLength(CORE.length - 3)
  expect(sound.absent.map(({ why }) => why)).toEqual(sound.dropped.map(() => null))
  expect(sound.preview.map(({ relation, lines }) => [relation, lines.length])).toEqual([
    ['adopted', 0],
    ['adapted', 1],
    ['adopted', 0],
  ])
  const { body: unsound } = await readBack(
    '清单.json',
    Buffer.from(JSON.stringify([{ ...items[0], name: '' }, 5])),
  )
  expect(unsound.error.code).toBe('power-file-refused')
  const faults = (await readBack('清单.json', Buffer.from(JSON.stringify([{ ...items[0], name: '' }])))).body
    .faults
  expect(faults).toMatchObject([{ code: 'power-name-missing', field: 'items.0.name', row: 1 }])

  const reasons = [{ code: items[1]!.code, reason: '村里一直这么叫' }, ...reasonsWithout(items)]
  const adopted = await change<PowerList>('adopt', { ...ADOPTION, version: 1, items: sound.items, reasons })
  expect(adopted.body).toMatchObject({ version: 2, items: { length: 3 } })
})

test('two who adopt at once: one list, and the other is told', async () => {
  const answers = await Promise.all([
    change('adopt', ADOPTION, 'head'),
    change('adopt', { ...ADOPTION, meeting: '村民会议' }, 'editor'),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await server.db.of(PowerLists).countDocuments({ version: 1 })).toBe(1)
})

test(
  'the list on paper: every item with its chart and a code to its page; not printed again while nothing changes',
  async () => {
    await change('adopt', ADOPTION)
    await change('switch', { version: 1, code: 'CG-01', reason: '本村没有这类采购' }, 'editor')
    const paper = (name: string) => fetch(`${server.url}/api/v1/orgs/V1/powers/${name}.pdf`)
    const answer = await paper('handbook')
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const handbook = Buffer.from(await answer.arrayBuffer())
    const pages = await wordsOf(handbook)
    const book = pages.join('')
    for (const { name } of CORE) expect(book).toContain(name)
    expect(book).toContain('本村没有这类采购')
    expect(book.split('流程图').length - 1).toBe(CORE.length - 1)
    const first = pages.findIndex(words => words.includes('JC-01') && words.includes('办理步骤')) + 1
    const [cover, item] = await picturesOf(handbook, [1, first])
    expect(await qrOf(cover!)).toMatch(/packages\/power\/pages\/list\/index\?org=V1$/)
    expect(await qrOf(item!)).toMatch(/packages\/power\/pages\/item\/index\?org=V1&code=JC-01$/)
    const wall = await wordsOf(Buffer.from(await (await paper('wall')).arrayBuffer()))
    const onWall = wall.join('').replace(/\s/g, '')
    for (const { code, name } of CORE) expect([name, onWall.includes(name)]).toEqual([name, code !== 'CG-01'])
    expect(answer.headers.get('etag')).toMatch(/^"[0-9a-f]{64}"$/)
    expect((await paper('handbook')).headers.get('etag')).toBe(answer.headers.get('etag'))
  },
  PRINT_MS,
)
