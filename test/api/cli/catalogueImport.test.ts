import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseCatalogueFile } from '../../../server/documents/catalogue'
import type { ErrorBody } from '../../../shared/contract/common'
import { ImportResult } from '../../../shared/contract/disclosure/noticeWorkflow'
import { cliOn } from '../../support/cli/onStore'
import type { TestServer } from '../../support/api/testServer'
import { STREET, startSeededServer } from '../../support/reading/seededServer'
import { Catalogues } from '@server/catalogues/catalogue/models/catalogues'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { CatalogueDrafts } from '@server/catalogues/catalogue/models/catalogueDrafts'

const HEAD =
  '序号,一级事项,二级事项,公开内容(要素),公开时限,公开主体,公开渠道和载体,公开对象,公开方式,公开层级'
const ROW =
  '1,最低生活保障,办事指南,办理条件,信息形成之日起20个工作日内,乡镇人民政府,■政府网站,全社会,主动,乡级'
const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-import-'))

let server: TestServer

beforeAll(async () => {
  server = await startSeededServer('cliimport')
})
afterAll(() => server.close())

function file(name: string, ...lines: string[]): string {
  const place = path.join(folder, name)
  writeFileSync(place, lines.join('\n'))
  return place
}

const cli = (...args: string[]) => cliOn(server, ...args)

describe('catalogue import FILE --org CODE', () => {
  test('stores the file as a new version and prints nothing but its JSON', async () => {
    const { code, stdout } = await cli(
      'catalogue',
      'import',
      file('社会救助.csv', '社会救助领域政务公开标准目录', HEAD, ROW),
      '--org',
      STREET,
    )
    expect(code).toBe(0)
    const result = ImportResult.parse(JSON.parse(stdout))
    expect(result).toMatchObject({ rows: 1, catalogues: [{ area: '社会救助', version: 2, active: true }] })
    const stored = await server.db.of(Catalogues).findById(result.catalogues[0]!.id).lean()
    expect(stored).toMatchObject({ orgCode: STREET, itemCount: 1 })
    expect(
      await server.db.of(AuditEntries).findOne({ action: 'catalogueDraft.import' }).lean(),
    ).toMatchObject({
      actorName: '命令行',
    })
  })

  test('names the area where the file does not', async () => {
    const nameless = file('表.csv', HEAD, ROW)
    const refused = await cli('catalogue', 'import', nameless, '--org', STREET)
    expect(refused.code).toBe(1)
    const { error } = JSON.parse(refused.stdout) as ErrorBody
    expect([error.code, error.details[0]?.code]).toEqual(['catalogue-refused', 'area-unknown'])
    const done = await cli('catalogue', 'import', nameless, '--org', STREET, '--area', '户籍管理')
    expect(ImportResult.parse(JSON.parse(done.stdout)).catalogues[0]?.area).toBe('户籍管理')
  })

  test('a sheet of several areas is stored as several catalogues; --area is for rows under none', async () => {
    const lines = [`领域,${HEAD}`, `,${ROW}`, `义务教育,${ROW}`, `公共法律服务,${ROW}`]
    const mixed = file('混合.csv', ...lines)
    const { code, stdout } = await cli('catalogue', 'import', mixed, '--org', STREET, '--area', '就业')
    expect(code).toBe(0)
    const { catalogues } = ImportResult.parse(JSON.parse(stdout))
    expect(catalogues.map(({ area, itemCount }) => [area, itemCount])).toEqual([
      ['就业', 1],
      ['义务教育', 1],
      ['公共法律服务', 1],
    ])
  })

  test('--draft keeps it for the street’s people to check; nothing comes into force', async () => {
    const before = await server.db.of(Catalogues).countDocuments()
    const good = file('草稿.csv', '社会救助领域政务公开标准目录', HEAD, ROW)
    const { code, stdout } = await cli('catalogue', 'import', good, '--org', STREET, '--draft')
    expect(code).toBe(0)
    const { draft, known } = JSON.parse(stdout) as { draft: { id: string; rows: number }; known: null }
    expect([draft.rows, known]).toEqual([1, null])
    const stored = await server.db.of(CatalogueDrafts).findById(draft.id).lean()
    expect(stored).toMatchObject({ orgCode: STREET, state: 'open', createdByName: '命令行' })
    expect(await server.db.of(Catalogues).countDocuments()).toBe(before)
  })

  test('catalogue export FILE writes what is in force, to be imported again', async () => {
    const place = path.join(folder, '现行.xlsx')
    const { code, stdout } = await cli('catalogue', 'export', place, '--org', STREET, '--area', '社会救助')
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { catalogues: 1 }])
    const { rows } = await parseCatalogueFile({ file: '现行.xlsx', bytes: readFileSync(place) })
    const active = { orgCode: STREET, area: '社会救助', active: true }
    const inForce = await server.db.of(Catalogues).findOne(active).lean()
    expect(rows).toHaveLength(inForce!.itemCount)
    const wrong = await cli('catalogue', 'export', path.join(folder, 'a.doc'), '--org', STREET)
    expect([wrong.code, wrong.stdout]).toEqual([2, ''])
    const nothing = await cli('catalogue', 'export', place, '--org', STREET, '--area', '没有')
    expect([nothing.code, (JSON.parse(nothing.stdout) as ErrorBody).error.code]).toEqual([
      1,
      'catalogue-not-found',
    ])
  })

  test('bad input is told on stdout, wrong usage is not', async () => {
    const good = file('又.csv', '社会救助领域政务公开标准目录', HEAD, ROW)
    const nobody = await cli('catalogue', 'import', good, '--org', 'NOBODY')
    expect([nobody.code, (JSON.parse(nobody.stdout) as ErrorBody).error.code]).toEqual([1, 'org-not-found'])
    const without = await cli('catalogue', 'import', good)
    expect([without.code, without.stdout]).toEqual([2, ''])
    expect(without.stderr).toContain('--org')
  })
})
