import type { DraftImport, DraftPage, DraftRow } from '../../../../shared/contract/catalogues/catalogueDraft'
import type { ErrorBody } from '../../../../shared/contract/common'
import { FINANCE_FILE, NO_AREA_FILE, draftStoryOf, sheetOf, sheetRow } from '../../../support/api/drafts'
import { confirmSame, listStoryOf } from '../../../support/api/villageCatalogues'
import { openObligations, setDeadlines } from '../../../support/obligations/openObligations'
import { type TestServer, startTestServer } from '../../../support/api/testServer'
import { ITEMS, buildWorld, clearNotices, storyOf } from '../../../support/api/world'
import { Catalogues } from '@server/catalogues/catalogue/models/catalogues'
import { CatalogueDrafts, CatalogueDraftRows } from '@server/catalogues/catalogue/models/catalogueDrafts'
import { AuditEntries } from '@server/platform/audit/auditEntries'

let server: TestServer
let story: ReturnType<typeof draftStoryOf>

beforeAll(async () => {
  server = await startTestServer('drafts')
  await buildWorld(server.db)
  story = draftStoryOf(server)
})
afterAll(() => server.close())
beforeEach(() => clearNotices(server.db))

const fileOf = (name: string, text: string) => ({ name, text })
const TITLE = '村级财务领域政务公开标准目录'
const finance = (...rows: string[]) => fileOf('财务.csv', sheetOf(TITLE, ...rows))
const cellOf = (row: DraftRow, field: string) => row.cells.find(cell => cell.field === field)!
const inForce = () => server.db.of(Catalogues).find({ orgCode: 'ST1', active: true, area: '村级财务' }).lean()

describe('import', () => {
  test('keeps every row with its cells, the words of the source beside them; nothing comes into force', async () => {
    const { draft, known } = await story.upload()
    expect(known).toBeNull()
    expect(draft).toMatchObject({ state: 'open', rows: 2, open: 1, areas: ['村级财务'], title: TITLE })
    expect(draft.abilities).toEqual(['update', 'submit', 'discard'])
    const [flagged, plain] = await story.rows(draft.id)
    expect([flagged!.name, plain!.name]).toEqual(['村级财务 › 集体资产', '村级财务 › 财务收支'])
    const basis = cellOf(flagged!, 'basis')
    expect(basis).toMatchObject({
      state: 'uncertain',
      text: '国办发〔201680号',
      source: '国办发〔201680号',
      suggestion: '国办发〔2016〕80号',
    })
    expect(basis.reasons.join()).toContain('国办发〔2016〕80号')
    expect(cellOf(plain!, 'channels')).toMatchObject({ text: '■政府网站', source: '■政府网站' })
    expect((await inForce()).map(({ version }) => version)).toEqual([1])
  })

  test('the same file again goes on with its draft, whoever sends it, and says so', async () => {
    const first = await story.upload()
    const again = await story.upload(FINANCE_FILE, 'clerk-2')
    expect(again.draft.id).toBe(first.draft.id)
    expect(again.known).toContain('已经导入过同一个文件')
    expect(await server.db.of(CatalogueDrafts).countDocuments()).toBe(1)
    expect(await server.db.of(CatalogueDraftRows).countDocuments()).toBe(2)
  })

  test('the same file after it came into force is a new draft, and that is said', async () => {
    const { id } = await story.submitted()
    await story.activate(id)
    const again = await story.upload()
    expect(again.draft.id).not.toBe(id)
    expect(again.known).toContain('已经导入并启用过')
  })

  test('two clerks who send the same file at the same moment share one draft', async () => {
    const answers = await Promise.all(
      (['clerk', 'clerk-2'] as const).map(person =>
        story.ask<DraftImport & ErrorBody>(person, 'POST', '/orgs/ST1/catalogues/drafts', {
          file: FINANCE_FILE,
        }),
      ),
    )
    for (const { status } of answers) expect([201, 409]).toContain(status)
    expect(await server.db.of(CatalogueDrafts).countDocuments()).toBe(1)
    expect(await server.db.of(CatalogueDraftRows).countDocuments()).toBe(2)
  })

  test('several areas in one sheet: each row has its own, one without any waits for a person', async () => {
    const head =
      '领域,序号,一级事项,二级事项,公开内容(要素),公开时限,公开主体,公开渠道和载体,公开对象,公开方式,公开层级'
    const row = (area: string, name: string) =>
      `${area},1,${name},办事指南,条件,长期公开,街道办事处,■政府网站,全社会,主动,乡级`
    const text = [head, row('', '甲类'), row('义务教育', '招生管理'), row('户籍管理', '落户')].join('\n')
    const { draft } = await story.upload(fileOf('混合.csv', text))
    expect(draft.areas).toEqual(['义务教育', '户籍管理'])
    const rows = await story.rows(draft.id)
    expect(rows.map(row => [cellOf(row, 'path').text.split('\n')[0], cellOf(row, 'area').text])).toEqual([
      ['甲类', ''],
      ['招生管理', '义务教育'],
      ['落户', '户籍管理'],
    ])
    expect(cellOf(rows[0]!, 'area').state).toBe('uncertain')
    const { body } = await story.ask<ErrorBody>('clerk', 'PUT', `/catalogue-draft-rows/${rows[0]!.id}`, {
      body: { version: 1, accept: ['area'] },
    })
    expect(body.error.details[0]?.code).toBe('cell-must-be-fixed')
    const mended = await story.mend(rows[0]!, { fixes: [{ field: 'area', text: '就业' }] })
    expect(cellOf(mended.row, 'area')).toMatchObject({ state: 'fixed', text: '就业' })
  })

  test('a file that tells no area: it is written once for every row', async () => {
    const { draft } = await story.upload(NO_AREA_FILE)
    expect(draft).toMatchObject({ areas: [], open: 2 })
    const body = { version: draft.version, area: '就业' }
    const after = await story.done<DraftPage>('clerk', 'PUT', `/catalogue-drafts/${draft.id}/area`, { body })
    expect(after).toMatchObject({ areas: ['就业'], open: 0, version: 2 })
    for (const row of await story.rows(draft.id)) {
      expect(cellOf(row, 'area')).toMatchObject({ state: 'fixed', text: '就业', mustFix: false })
    }
    const again = await story.ask<ErrorBody>('clerk', 'PUT', `/catalogue-drafts/${draft.id}/area`, {
      body: { version: 2, area: '就业' },
    })
    expect(again.body.error.details[0]?.code).toBe('areas-known')
  })

  test('pasted text is read like a file and kept as it came', async () => {
    const text = FINANCE_FILE.text.replaceAll(',', '\t')
    const answer = await story.done<DraftImport>('clerk', 'POST', '/orgs/ST1/catalogues/drafts/text', {
      body: { text, name: '县里网页' },
    })
    expect(answer.draft).toMatchObject({ rows: 2, source: { file: '县里网页', pasted: true } })
    const stored = await server.db.of(CatalogueDrafts).findById(answer.draft.id).lean()
    expect(stored!.pasted).toBe(text)
  })

  test('pages go on from row to row: flagged rows first, none twice, none left out', async () => {
    const rows = Array.from({ length: 9 }, (_, at) =>
      sheetRow(at + 1, '村级财务', `事项${at}`, at % 3 === 1 ? { basis: '国办发〔201680号' } : {}),
    )
    const { draft } = await story.upload(finance(...rows))
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: { items: DraftRow[]; nextCursor: string | null } = await story.done(
        'clerk',
        'GET',
        `/catalogue-drafts/${draft.id}/rows?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      )
      seen.push(...page.items.map(({ name }) => name.split(' › ')[1]!))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toEqual([1, 4, 7, 0, 2, 3, 5, 6, 8].map(at => `事项${at}`))
  })
})

describe('checking', () => {
  test('a fix settles its cell and is counted; the source stays', async () => {
    const { draft } = await story.upload()
    const [row] = await story.rows(draft.id)
    const { row: mended, draft: after } = await story.mend(row!, {
      fixes: [{ field: 'basis', text: '国办发〔2016〕80号' }],
    })
    expect(cellOf(mended, 'basis')).toMatchObject({
      state: 'fixed',
      text: '国办发〔2016〕80号',
      source: '国办发〔201680号',
    })
    expect([mended.version, after.open, after.version]).toEqual([2, 0, 2])
    const stored = await server.db.of(CatalogueDraftRows).findById(row!.id).lean()
    expect(stored!.columns.basis).toEqual([{ text: '国办发〔2016〕80号', number: '国办发〔2016〕80号' }])
    const audits = await server.db.of(AuditEntries).find({ action: 'catalogueDraft.update' }).lean()
    expect(audits).toMatchObject([{ targetId: row!.id, detail: { fixed: 'basis' } }])
  })

  test('what cannot be read is refused with every cell named, and changes nothing', async () => {
    const { draft } = await story.upload()
    const [row] = await story.rows(draft.id)
    const { status, body } = await story.ask<ErrorBody>('clerk', 'PUT', `/catalogue-draft-rows/${row!.id}`, {
      body: {
        version: 1,
        fixes: [
          { field: 'levels', text: '宇宙级' },
          { field: 'path', text: '' },
          { field: 'elements', text: '张三 13812345678' },
        ],
      },
    })
    expect(status).toBe(422)
    expect(body.error.details.map(({ field }) => field)).toEqual([
      'fixes.0.text',
      'fixes.1.text',
      'fixes.2.text',
    ])
    for (const { message } of body.error.details) expect(message).toMatch(/[\u4e00-\u9fff]/)
    expect((await story.read(draft.id)).version).toBe(1)
  })

  test('of two who mend the same row one is told to look again', async () => {
    const { draft } = await story.upload()
    const [row] = await story.rows(draft.id)
    const answers = await Promise.all(
      (['clerk', 'clerk-2'] as const).map(person =>
        story.ask<ErrorBody>(person, 'PUT', `/catalogue-draft-rows/${row!.id}`, {
          body: { version: 1, fixes: [{ field: 'deadline', text: '每月10日前' }] },
        }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('a row that is dropped no longer counts, and comes back as it was', async () => {
    const { draft } = await story.upload()
    const [row] = await story.rows(draft.id)
    const path = `/catalogue-draft-rows/${row!.id}`
    await story.done('clerk', 'POST', `${path}/drop`, { body: { version: 1, reason: '本街道没有' } })
    expect(await story.read(draft.id)).toMatchObject({ rows: 1, open: 0 })
    expect(await story.rows(draft.id, '?only=open')).toEqual([])
    await story.done('clerk', 'POST', `${path}/restore`, { body: { version: 2 } })
    expect(await story.read(draft.id)).toMatchObject({ rows: 2, open: 1 })
  })

  test('a row is put in behind the one it follows', async () => {
    const { draft } = await story.upload()
    const rows = await story.rows(draft.id)
    const first = rows.find(({ sourceRow }) => sourceRow === 3)!
    const cells = [
      { field: 'path', text: '村级财务\n工程项目' },
      { field: 'area', text: '村级财务' },
    ]
    await story.step(draft.id, 'rows', { after: first.id, cells })
    const stored = await server.db
      .of(CatalogueDraftRows)
      .find({ draftId: draft.id })
      .sort({ order: 1 })
      .lean()
    expect(stored.map(({ columns }) => columns.path[1])).toEqual(['财务收支', '工程项目', '集体资产'])
    expect(await story.read(draft.id)).toMatchObject({ rows: 3, open: 1 })
  })

  test('cells with the same doubt are settled together', async () => {
    const rows = [1, 2, 3].map(no => sheetRow(no, '村级财务', `事项${no}`, { basis: '国办发〔201680号' }))
    const { draft } = await story.upload(finance(...rows))
    const { items } = await story.done<{ items: { field: string; reason: string; cells: number }[] }>(
      'clerk',
      'GET',
      `/catalogue-drafts/${draft.id}/doubts`,
    )
    expect(items).toMatchObject([{ field: 'basis', cells: 3 }])
    const { field, reason } = items[0]!
    expect(await story.step(draft.id, 'accept', { field, reason })).toMatchObject({ open: 0, flagged: 3 })
    const again = await story.ask<ErrorBody>('clerk', 'POST', `/catalogue-drafts/${draft.id}/accept`, {
      body: { version: 2, field, reason },
    })
    expect(again.body.error.details[0]?.code).toBe('no-such-doubt')
  })
})

describe('the difference from what is in force', () => {
  test('added, removed, changed and what looks renamed; the clerk decides about names', async () => {
    const { draft } = await story.upload(
      finance(
        sheetRow(1, '村级财务', '财务收支'),
        sheetRow(2, '涉农补贴', '耕地地力保护补贴资金'),
        sheetRow(3, '村级财务', '工程项目'),
      ),
    )
    await story.acceptAll(draft.id)
    const { areas, issues } = await story.diff(draft.id)
    const [area] = areas
    expect(area).toMatchObject({ area: '村级财务', before: { version: 1 } })
    expect(area!.counts).toEqual({ added: 1, removed: 1, changed: 1, renamed: 1, same: 0, kept: 0 })
    expect(area!.added.map(({ path }) => path[1])).toEqual(['工程项目'])
    expect(area!.removed.map(({ key }) => key)).toEqual([ITEMS.other.key])
    expect(area!.changed[0]!.fields.map(({ label }) => label)).toContain('公开时限')
    const [renamed] = area!.renamed
    expect(renamed).toMatchObject({ key: ITEMS.subsidy.key, before: ITEMS.subsidy.path, suggested: true })
    expect(issues.map(({ code }) => code)).toEqual(['scope-open', 'successor-open'])

    const successors = [{ key: renamed!.key, rowId: renamed!.rowId }]
    await story.step(draft.id, 'terms', { effectiveFrom: null, successors, scope: 'replace' })
    const after = await story.diff(draft.id)
    expect(after.areas[0]!.renamed).toMatchObject([{ suggested: false }])
    expect(after.issues).toEqual([])
  })

  test('two items that one row is said to follow contradict each other', async () => {
    const { draft } = await story.upload(finance(sheetRow(1, '村级财务', '资产资源')))
    const [row] = await story.rows(draft.id)
    const successors = [ITEMS.subsidy.key, ITEMS.other.key].map(key => ({ key, rowId: row!.id }))
    await story.step(draft.id, 'terms', { effectiveFrom: null, successors })
    const { issues } = await story.diff(draft.id)
    expect(issues.map(({ code }) => code)).toContain('successors-contradict')
    const refused = await story.ask<ErrorBody>('clerk', 'POST', `/catalogue-drafts/${draft.id}/submit`, {
      body: { version: 2 },
    })
    expect([refused.status, refused.body.error.code]).toEqual([422, 'draft-not-ready'])
  })

  test('an item that is removed while obligations, notices and villages go by it is told', async () => {
    await setDeadlines(server, { finance: '每月10日前' })
    await openObligations(server, 'V1')
    await setDeadlines(server, { finance: null })
    await storyOf(server).create('editor')
    const [key] = await listStoryOf(server).listInForce('粮食直补发放')
    await listStoryOf(server).decide([confirmSame(key!, ITEMS.subsidy.key)])
    const { draft } = await story.upload(finance(sheetRow(1, '党务公开', '发展党员')))
    await story.endAll(draft.id)
    const { areas, remarks } = await story.diff(draft.id)
    const removed = new Map(areas[0]!.removed.map(item => [item.key, item]))
    expect(removed.get(ITEMS.finance.key)).toMatchObject({ notices: 1, villages: 1 })
    expect(removed.get(ITEMS.finance.key)!.obligations).toBeGreaterThan(0)
    expect(removed.get(ITEMS.subsidy.key)).toMatchObject({ notices: 0, villages: 1 })
    const told = remarks.filter(({ code }) => code === 'item-bound').map(({ message }) => message)
    expect(told.filter(message => message.includes('财务收支'))).toHaveLength(3)
    expect(told.join('\n')).toContain('还没公开的')
  })

  test('days of versions that overlap, and a day to come, stand against it', async () => {
    const { draft } = await story.upload(finance(sheetRow(1, '村级财务', '财务收支')))
    await story.endAll(draft.id)
    const codes = async (effectiveFrom: string) => {
      const { areas } = await story.diff(draft.id)
      const successors = areas.flatMap(({ renamed }) => renamed.map(({ key }) => ({ key, rowId: null })))
      await story.step(draft.id, 'terms', { effectiveFrom, successors })
      return (await story.diff(draft.id)).issues.map(({ code }) => code)
    }
    expect(await codes('2025-12-31')).toEqual(['versions-overlap'])
    expect(await codes('2026-12-01')).toEqual(['not-yet'])
    expect(await codes('2026-11-01')).toEqual([])
  })

  test('the same name twice in one area stands against it', async () => {
    const { draft } = await story.upload(
      finance(sheetRow(1, '村级财务', '财务收支'), sheetRow(2, '村级财务', '财务收支')),
    )
    expect((await story.diff(draft.id)).issues.map(({ code }) => code)).toContain('item-twice')
  })
})
