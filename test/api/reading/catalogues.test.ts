import { operatorActs } from '@server/platform/access/caller'
import ExcelJS from 'exceljs'
import { CataloguePage } from '../../../shared/contract/reading/site'
import { CatalogueVersions } from '../../../shared/contract/disclosure/noticeWorkflow'
import { importCatalogue } from '../../../server/catalogues/catalogue/commands/importCatalogue'
import { prepareCatalogue } from '../../../server/catalogues/catalogue/commands/readCatalogueUpload'
import { AppError } from '../../../server/platform/errors'
import { inTransaction } from '../../../server/platform/store/transaction'
import type { TestServer } from '../../support/api/testServer'
import { STREET, VILLAGE, startSeededServer, tokenIn } from '../../support/reading/seededServer'
import { requireOrg } from '@server/people/orgs/queries/orgs'
import { Catalogues, type CatalogueRow } from '@server/catalogues/catalogue/models/catalogues'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'
import { AuditEntries } from '@server/platform/audit/auditEntries'

const HEAD =
  '序号,一级事项,二级事项,公开内容(要素),公开依据,公开时限,公开主体,公开渠道和载体,公开对象,公开方式,公开层级'
const row = (no: number, first: string, second: string) =>
  `${no},${first},${second},办事指南,《社会救助暂行办法》,信息形成之日起20个工作日内,乡镇人民政府,■政府网站,全社会,主动,乡级`
const csv = (...rows: string[]) => Buffer.from(['社会救助领域政务公开标准目录', HEAD, ...rows].join('\n'))

let server: TestServer

beforeAll(async () => {
  server = await startSeededServer('catalogues')
})
afterAll(() => server.close())

const tokenOf = (orgCode: string, role: Parameters<typeof tokenIn>[2]) => tokenIn(server, orgCode, role)

/** What an operator does at the machine: the file as a new version, in force at once. */
async function store(name: string, bytes: Buffer): Promise<CatalogueRow[]> {
  const { db, clock } = server.services
  const prepared = await prepareCatalogue({ file: name, bytes })
  const org = await requireOrg(db, STREET, 'org')
  const by = operatorActs('catalogueDraft.import', 'test')
  return inTransaction({ db, clock }, tx => importCatalogue(tx, by, { org, prepared }))
}

const refusalOf = async (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => Promise.reject(new Error('nothing was refused')),
    (error: unknown) => {
      if (error instanceof AppError) return error
      throw error
    },
  )

const counts = async () => ({
  catalogues: await server.db.of(Catalogues).countDocuments(),
  items: await server.db.of(CatalogueItems).countDocuments(),
  audits: await server.db.of(AuditEntries).countDocuments({ outcome: 'done' }),
})
const active = () => server.db.of(Catalogues).find({ orgCode: STREET, area: '社会救助', active: true }).lean()

describe('a file stored as a new version', () => {
  test('stores a new version, retires the one before, keeps the keys of items that stay', async () => {
    const [before] = await active()
    const kept = await server.db
      .of(CatalogueItems)
      .findOne({ catalogueId: before!._id, path: '审批信息' })
      .lean()
    const stored = await store(
      '社会救助目录（2026）.csv',
      csv(row(1, '最低生活保障', '审批信息'), row(2, '临时救助', '办事指南')),
    )
    expect(stored).toHaveLength(1)
    const [version] = stored
    expect(version).toMatchObject({
      itemCount: 2,
      area: '社会救助',
      version: before!.version + 1,
      active: true,
      source: { file: '社会救助目录（2026）.csv' },
    })
    expect(await active()).toHaveLength(1)
    const items = await server.db.of(CatalogueItems).find({ catalogueId: version!._id }).lean()
    expect(items.find(({ path }) => path.at(-1) === '审批信息')?.key).toBe(kept!.key)
    const old = await server.db.of(Catalogues).findById(before!._id).lean()
    expect([old!.active, old!.effectiveTo]).toEqual([false, '2026-11-20'])
    const audit = await server.db.of(AuditEntries).findOne({ action: 'catalogueDraft.import' }).lean()
    expect(audit).toMatchObject({ orgCode: STREET, targetId: version!._id })
  })

  test('readers see the new version at once, with the notices that villages had published', async () => {
    const { body } = await server.ask<CataloguePage>('GET', `/orgs/${VILLAGE}/catalogue`)
    const area = CataloguePage.parse(body).areas.find(one => one.area === '社会救助')!
    expect(area.version).toBeGreaterThan(1)
    expect(area.items.find(({ path }) => path.at(-1) === '审批信息')?.villageCount).toBe(3)
  })

  test('a workbook with an area on each sheet gives a catalogue for each', async () => {
    const book = new ExcelJS.Workbook()
    for (const area of ['养老服务', '就业']) {
      const sheet = book.addWorksheet(area)
      sheet.addRow([`${area}领域政务公开标准目录`])
      sheet.addRow(HEAD.split(','))
      sheet.addRow(row(1, `${area}政策`, '办事指南').split(','))
    }
    const catalogues = await store('两个领域.xlsx', Buffer.from(await book.xlsx.writeBuffer()))
    expect(catalogues.map(({ area }) => area).sort()).toEqual(['养老服务', '就业'].sort())
  })

  test('one sheet with several areas gives a catalogue for each, by the area of the row', async () => {
    const lines = [
      '某县基层政务公开标准目录',
      HEAD,
      '一、公共文化服务领域',
      row(1, '公共服务', '设施名录'),
      '二、义务教育领域',
      row(1, '招生管理', '招生政策'),
      row(2, '学生管理', '资助信息'),
    ]
    const catalogues = await store('几个领域.csv', Buffer.from(lines.join('\n')))
    expect(catalogues.map(({ area, title, itemCount }) => [area, title, itemCount])).toEqual([
      ['公共文化服务', '某县基层政务公开标准目录（公共文化服务）', 1],
      ['义务教育', '某县基层政务公开标准目录（义务教育）', 2],
    ])
    const items = await server.db.of(CatalogueItems).find({ catalogueId: catalogues[1]!._id }).lean()
    expect(items.map(({ area, path }) => [area, path[0]])).toEqual([
      ['义务教育', '招生管理'],
      ['义务教育', '学生管理'],
    ])
  })

  test('a row of a mixed sheet that stands under no area is named, and nothing is stored', async () => {
    const before = await counts()
    const head = `领域,${HEAD}`
    const lines = [
      head,
      `,${row(1, '甲', '乙')}`,
      `义务教育,${row(2, '招生管理', '招生政策')}`,
      `户籍管理,${row(3, '落户', '办事指南')}`,
    ]
    const { code, details } = await refusalOf(store('混.csv', Buffer.from(lines.join('\n'))))
    expect(code).toBe('catalogue-refused')
    expect(details).toMatchObject([{ code: 'area-unknown', row: 2 }])
    expect(await counts()).toEqual(before)
  })

  test('several at once: versions are numbered apart, one of them is in force', async () => {
    const answers = await Promise.allSettled(
      ['乙', '丙', '丁'].map(name => store(`${name}.csv`, csv(row(1, '特困人员', `${name}指南`)))),
    )
    expect(answers.some(({ status }) => status === 'fulfilled')).toBe(true)
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'catalogue-conflict' })
    }
    expect(await active()).toHaveLength(1)
    const all = await server.db.of(Catalogues).find({ orgCode: STREET, area: '社会救助' }).lean()
    expect(new Set(all.map(({ version }) => version)).size).toBe(all.length)
  })

  test.each<[string, string, Buffer, string, string]>([
    [
      'a workbook that is none',
      '目录.xlsx',
      Buffer.from('PK\u0003\u0004 not really'),
      'catalogue-unreadable',
      '',
    ],
    ['a picture', '照片.png', Buffer.from('\u0089PNG\r\n'), 'catalogue-unreadable', ''],
    ['an empty file', '空.csv', Buffer.alloc(0), 'catalogue-unreadable', ''],
    ['a head without rows', '空表.csv', csv(), 'catalogue-unreadable', ''],
    ['a text without a table', '说明.txt', Buffer.from('这里没有目录。'), 'catalogue-unreadable', ''],
    [
      'a catalogue of nobody knows what',
      '表.csv',
      Buffer.from([HEAD, row(1, '甲', '乙')].join('\n')),
      'catalogue-refused',
      'area-unknown',
    ],
  ])('%s is refused in Chinese and leaves nothing behind', async (_what, name, bytes, code, detail) => {
    const before = await counts()
    const refusal = await refusalOf(store(name, bytes))
    expect([refusal.status, refusal.code]).toEqual([422, code])
    expect(refusal.message).toMatch(/[\u4e00-\u9fff]/)
    if (detail) expect(refusal.details.map(issue => issue.code)).toContain(detail)
    for (const issue of refusal.details) expect(issue.message).toMatch(/[\u4e00-\u9fff]/)
    expect(await counts()).toEqual(before)
  })

  test('a fault in the middle of storing leaves the old version in force', async () => {
    const before = await counts()
    const [inForce] = await active()
    const rows = Array.from({ length: 3 }, (_, index) => row(index + 1, '临时救助', `事项${index}`))
    const spy = jest.spyOn(server.db.of(AuditEntries), 'create').mockRejectedValueOnce(new Error('disk full'))
    await expect(store('戊.csv', csv(...rows))).rejects.toThrow('disk full')
    spy.mockRestore()
    expect(await counts()).toEqual(before)
    expect((await active()).map(({ _id }) => _id)).toEqual([inForce!._id])
  })
})

describe('GET /orgs/:code/catalogues', () => {
  test('lists every version of every area to the street’s staff', async () => {
    const answer = await server.ask('GET', `/orgs/${STREET}/catalogues`, {
      token: tokenOf(STREET, 'street-clerk'),
    })
    const { items } = CatalogueVersions.parse(answer.body)
    const assistance = items.filter(({ area }) => area === '社会救助')
    expect(assistance.length).toBeGreaterThan(1)
    expect(assistance.filter(({ active: inForce }) => inForce)).toHaveLength(1)
    expect(assistance[0]!.version).toBe(assistance.length)
  })

  test('and to nobody else', async () => {
    expect((await server.ask('GET', `/orgs/${STREET}/catalogues`)).status).toBe(401)
    const token = tokenOf(VILLAGE, 'editor')
    expect((await server.ask('GET', `/orgs/${STREET}/catalogues`, { token })).status).toBe(403)
  })
})
