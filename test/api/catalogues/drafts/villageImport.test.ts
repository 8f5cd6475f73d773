import type { ErrorBody } from '../../../../shared/contract/common'
import type { DraftPage } from '../../../../shared/contract/catalogues/catalogueDraft'
import type { VillageCatalogue } from '../../../../shared/contract/catalogues/villageCatalogue'
import { VillageCatalogues } from '@server/catalogues/villageCatalogue/models/villageCatalogues'
import { draftStoryOf } from '../../../support/api/drafts'
import { type TestServer, startTestServer } from '../../../support/api/testServer'
import { listStoryOf } from '../../../support/api/villageCatalogues'
import { ITEMS, buildWorld, clearNotices, tokenOf } from '../../../support/api/world'

/** A village's own file: checked like the street's catalogue, then put into its list. */
let server: TestServer
let drafts: ReturnType<typeof draftStoryOf>
let lists: ReturnType<typeof listStoryOf>

beforeAll(async () => {
  server = await startTestServer('village-import')
  await buildWorld(server.db)
  drafts = draftStoryOf(server)
  lists = listStoryOf(server)
})
beforeEach(() => clearNotices(server.db))
afterAll(() => server.close())

const fileOf = (...rows: string[]) => ({
  name: '目录.csv',
  text: ['序号,公开事项,公开时限', ...rows.map((row, at) => `${at + 1},${row}`)].join('\n'),
})

const upload = async (...rows: string[]) => (await drafts.upload(fileOf(...rows), 'editor', 'V1')).draft

const applying = async (id: string) => {
  const { draft, listVersion } = await drafts.diff(id)
  return server.ask<VillageCatalogue & ErrorBody>('POST', '/orgs/V1/village-catalogue/apply', {
    token: tokenOf(server, 'editor'),
    body: { draft: id, version: draft.version, listVersion },
  })
}

const choose = (id: string, scope: 'replace' | 'amend') =>
  drafts.step(id, 'terms', { effectiveFrom: null, successors: [], scope }, 'editor')

const shown = ({ items }: VillageCatalogue) =>
  items.map(({ path, deadline }) => `${path.join('/')} ${deadline}`)

test('a file becomes a draft of the area 村务公开; nothing is in the list before it is applied', async () => {
  const draft = await upload('村规民约,长期公开', '印章管理,长期公开')
  expect(draft).toMatchObject({ ofVillage: true, areas: ['村务公开'], open: 0 })
  expect(draft.abilities).toEqual(['update', 'apply', 'discard'])
  expect(await server.db.of(VillageCatalogues).countDocuments()).toBe(0)
  const { areas, scope } = await drafts.diff(draft.id)
  expect(areas).toMatchObject([{ area: '村务公开', note: '和村里正在编的目录比', counts: { added: 2 } }])
  expect(scope.asked).toBe(false)
  const { status, body } = await applying(draft.id)
  expect([status, shown(body)]).toEqual([200, ['村规民约 长期公开', '印章管理 长期公开']])
  expect([body.inForce, body.writers]).toEqual([0, ['人物editor']])
  expect(await drafts.read(draft.id)).toMatchObject({ state: 'active', stateLabel: '已用到村里的目录' })
})

test('a corrected file shows what differs and changes it; what it leaves out is asked, never dropped in silence', async () => {
  await applying((await upload('村规民约,长期公开', '印章管理,长期公开', '用水用电,每月10日前')).id)
  const again = await upload('村规民约,每季度公开', '印章管理,长期公开', '村务监督,长期公开')
  const { areas, scope, issues } = await drafts.diff(again.id)
  expect(areas[0]).toMatchObject({
    counts: { added: 1, removed: 1, changed: 1, same: 1, kept: 0 },
    changed: [{ fields: [{ label: '公开时限', before: '长期公开', after: '每季度公开' }] }],
    removed: [{ path: ['用水用电'] }],
  })
  expect([scope.asked, scope.proposed, issues.map(({ code }) => code)]).toEqual([
    true,
    'replace',
    ['scope-open'],
  ])
  const refused = await applying(again.id)
  expect([refused.status, refused.body.error.code]).toEqual([422, 'draft-not-ready'])
  await choose(again.id, 'amend')
  expect((await drafts.diff(again.id)).areas[0]?.counts).toMatchObject({ removed: 0, kept: 1 })
  await choose(again.id, 'replace')
  const { body } = await applying(again.id)
  expect(shown(body)).toEqual(['村规民约 每季度公开', '印章管理 长期公开', '村务监督 长期公开'])
})

test('with 只补充修改 what the file does not name stays', async () => {
  await applying((await upload('村规民约,长期公开', '印章管理,长期公开')).id)
  const more = await upload('印章管理,每季度公开')
  await choose(more.id, 'amend')
  const { body } = await applying(more.id)
  expect(shown(body)).toEqual(['村规民约 长期公开', '印章管理 每季度公开'])
})

test('adopts what the street has under the same name, the rest is the village’s own', async () => {
  const file = {
    name: '目录.csv',
    text: '领域,序号,一级事项,二级事项,公开内容(要素)\n村务公开,1,村规民约,,\n城乡规划,2,城乡规划,村庄规划,规划文本\n',
  }
  const { draft } = await drafts.upload(file, 'editor', 'V1')
  await drafts.acceptAll(draft.id, 'editor')
  const { body } = await applying(draft.id)
  expect(body.items.map(({ path, origin }) => [path[0], origin.kind])).toEqual([
    ['村规民约', 'added'],
    ['城乡规划', 'adopted'],
  ])
  expect(body.items.map(({ key }) => key)).toContain(ITEMS.other.key)
})

test('cells that the reader doubts are settled first, on the street’s check page', async () => {
  const file = { name: '目录.csv', text: '序号,公开事项,公开依据\n1,村规民约,国办发〔201680号\n' }
  const { draft } = await drafts.upload(file, 'editor', 'V1')
  expect(draft.open).toBeGreaterThan(0)
  const refused = await applying(draft.id)
  expect([refused.status, refused.body.error.details[0]?.code]).toEqual([422, 'cell-open'])
  await drafts.acceptAll(draft.id, 'editor')
  expect((await applying(draft.id)).status).toBe(200)
})

test('a list that somebody altered meanwhile is looked at again; the draft stays', async () => {
  const draft = await upload('村规民约,长期公开')
  const seen = await drafts.diff(draft.id)
  await lists.adopt()
  const { status, body } = await server.ask<ErrorBody>('POST', '/orgs/V1/village-catalogue/apply', {
    token: tokenOf(server, 'editor'),
    body: { draft: draft.id, version: seen.draft.version, listVersion: seen.listVersion },
  })
  expect([status, body.error.code]).toEqual([409, 'list-changed'])
  expect(await drafts.read(draft.id)).toMatchObject({ state: 'open' })
  expect((await lists.read()).items).toHaveLength(1)
})

test('personal data does not get into the list, a draft of another village neither', async () => {
  const draft = await upload('补贴13812345678,长期公开')
  expect((await applying(draft.id)).status).toBe(422)
  const foreign = await server.ask<ErrorBody>('POST', '/orgs/V2/village-catalogue/apply', {
    token: tokenOf(server, 'editor'),
    body: { draft: draft.id, version: draft.version, listVersion: 0 },
  })
  expect([403, 404]).toContain(foreign.status)
})

test('a village’s draft is not put into force as a catalogue, and its street only reads it', async () => {
  const { id, version } = await upload('村规民约,长期公开')
  for (const step of ['submit', 'discard']) {
    const { status } = await server.ask<ErrorBody>('POST', `/catalogue-drafts/${id}/${step}`, {
      token: tokenOf(server, 'clerk'),
      body: { version },
    })
    expect([step, status]).toEqual([step, 403])
  }
  expect((await server.ask<DraftPage>('GET', `/catalogue-drafts/${id}`, { token: tokenOf(server, 'clerk') })).body.abilities).toEqual([]) // prettier-ignore
})
