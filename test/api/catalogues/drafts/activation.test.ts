import type { CataloguePage } from '../../../../shared/contract/reading/site'

import type { ErrorBody } from '../../../../shared/contract/common'
import { draftStoryOf, sheetOf, sheetRow } from '../../../support/api/drafts'
import { confirmSame, listStoryOf } from '../../../support/api/villageCatalogues'
import { type TestServer, startTestServer } from '../../../support/api/testServer'
import { ITEMS, buildWorld, clearNotices, tokenOf } from '../../../support/api/world'
import { Catalogues } from '@server/catalogues/catalogue/models/catalogues'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'
import { ItemLinks } from '@server/catalogues/villageCatalogue/models/itemLinks'

let server: TestServer
let story: ReturnType<typeof draftStoryOf>

beforeAll(async () => {
  server = await startTestServer('activation')
  await buildWorld(server.db)
  story = draftStoryOf(server)
})
afterAll(() => server.close())
beforeEach(() => clearNotices(server.db))

const fileOf = (name: string, text: string) => ({ name, text })
const TITLE = '村级财务领域政务公开标准目录'
const finance = (...rows: string[]) => fileOf('财务.csv', sheetOf(TITLE, ...rows))
const inForce = () => server.db.of(Catalogues).find({ orgCode: 'ST1', active: true, area: '村级财务' }).lean()

describe('putting it into force', () => {
  test('waits for every cell: each is named', async () => {
    const { draft } = await story.upload()
    const { status, body } = await story.ask<ErrorBody>(
      'clerk',
      'POST',
      `/catalogue-drafts/${draft.id}/submit`,
      { body: { version: 1 } },
    )
    expect([status, body.error.code]).toEqual([422, 'draft-not-ready'])
    expect(body.error.details[0]!.message).toBe('第 4 行“村级财务 › 集体资产”的“公开依据”还没有核对。')
  })

  test('whoever imported or altered it may not; the words say who may', async () => {
    const { draft } = await story.upload()
    const [row] = await story.rows(draft.id)
    await story.mend(row!, { accept: ['basis'] }, 'clerk-2')
    await story.endAll(draft.id)
    await story.step(draft.id, 'submit')
    const { against, draft: now } = await story.diff(draft.id)
    for (const person of ['clerk', 'clerk-2'] as const) {
      const answer = await story.ask<ErrorBody>(person, 'POST', `/catalogue-drafts/${draft.id}/activate`, {
        body: { version: now.version, against },
      })
      expect([answer.status, answer.body.error.code]).toEqual([403, 'own-import'])
      expect(answer.body.error.message).toContain('另一个人')
    }
    const { catalogues } = await story.activate(draft.id, 'street-head')
    expect(catalogues).toMatchObject([{ area: '村级财务', version: 2, active: true, itemCount: 2 }])
  })

  test('matters keep their keys, under a new name too; the next import knows the new name', async () => {
    const renamedFile = finance(
      sheetRow(1, '村级财务', '财务收支'),
      sheetRow(2, '涉农补贴', '耕地地力保护补贴资金'),
    )
    const { draft } = await story.upload(renamedFile)
    const { areas } = await story.diff(draft.id)
    const successors = areas[0]!.renamed.map(({ key, rowId }) => ({ key, rowId }))
    await story.step(draft.id, 'terms', { effectiveFrom: null, successors, scope: 'replace' })
    await story.acceptAll(draft.id)
    await story.step(draft.id, 'submit')
    const { catalogues } = await story.activate(draft.id)
    const keysOf = async (catalogueId: string) => {
      const items = await server.db.of(CatalogueItems).find({ catalogueId }).sort({ order: 1 }).lean()
      return Object.fromEntries(items.map(({ path, key }) => [path[1], key]))
    }
    const keys = await keysOf(catalogues[0]!.id)
    expect(keys['耕地地力保护补贴资金']).toBe(ITEMS.subsidy.key)
    const next = finance(sheetRow(1, '涉农补贴', '耕地地力保护补贴资金'), sheetRow(2, '村级财务', '债权债务'))
    const { id } = await story.submitted(next)
    const second = await story.activate(id)
    expect((await keysOf(second.catalogues[0]!.id))['耕地地力保护补贴资金']).toBe(ITEMS.subsidy.key)
  })

  test('a supplement is asked about: only adding and changing keeps what it does not name, in its place', async () => {
    const text = sheetOf(
      `${TITLE}（补充）`,
      sheetRow(1, '村级财务', '财务收支'),
      sheetRow(2, '村级财务', '工程项目'),
    )
    const { draft } = await story.upload(fileOf('财务补充.csv', text))
    await story.acceptAll(draft.id)
    const { scope, areas, issues } = await story.diff(draft.id)
    expect(scope).toEqual({
      asked: true,
      chosen: null,
      proposed: 'amend',
      because: '标题里有“补充”，现行 3 项，文件里写到 1 项',
    })
    expect(areas[0]!.counts).toEqual({ added: 1, removed: 0, changed: 1, renamed: 0, same: 0, kept: 2 })
    expect(issues.map(({ code }) => code)).toEqual(['scope-open'])
    await story.step(draft.id, 'terms', { effectiveFrom: null, successors: [], scope: 'amend' })
    await story.step(draft.id, 'submit')
    const { catalogues } = await story.activate(draft.id)
    const items = await server.db
      .of(CatalogueItems)
      .find({ catalogueId: catalogues[0]!.id })
      .sort({ order: 1 })
      .lean()
    expect(items.map(({ path }) => path[1])).toEqual(['财务收支', '耕地地力保护补贴', '村庄规划', '工程项目'])
    expect(items.slice(0, 3).map(({ key }) => key)).toEqual([
      ITEMS.finance.key,
      ITEMS.subsidy.key,
      ITEMS.other.key,
    ])
  })

  test('villages’ links whose item is gone are flagged, readers see the new version', async () => {
    const [key] = await listStoryOf(server).listInForce('粮食直补发放')
    await listStoryOf(server).decide([confirmSame(key!, ITEMS.subsidy.key)])
    const { id } = await story.submitted(finance(sheetRow(1, '村级财务', '财务收支')))
    await story.activate(id)
    const links = await server.db.of(ItemLinks).find({ villageKey: key }).lean()
    expect(links.map(({ state }) => state)).toEqual(['stale'])
    const { body } = await server.ask<CataloguePage>('GET', '/orgs/ST1/catalogue')
    expect(body.areas.map(({ version, items }) => [version, items.length])).toEqual([[2, 1]])
  })

  test('what was looked at must still be in force', async () => {
    const first = await story.submitted(finance(sheetRow(1, '村级财务', '财务收支')))
    const seen = await story.diff(first.id)
    const second = await story.submitted(finance(sheetRow(1, '村级财务', '债权债务')))
    await story.activate(second.id)
    const { status, body } = await story.ask<ErrorBody>(
      'clerk-2',
      'POST',
      `/catalogue-drafts/${first.id}/activate`,
      { body: { version: seen.draft.version, against: seen.against } },
    )
    expect([status, body.error.code]).toEqual([409, 'catalogue-conflict'])
    expect((await inForce()).map(({ version }) => version)).toEqual([2])
  })

  test('a submitted draft is not altered until it is sent back; a discarded one ends', async () => {
    const { id } = await story.submitted()
    const [row] = await story.rows(id)
    const fix = { version: row!.version, fixes: [{ field: 'deadline', text: '每月10日前' }] }
    const refused = await story.ask<ErrorBody>('clerk', 'PUT', `/catalogue-draft-rows/${row!.id}`, {
      body: fix,
    })
    expect([refused.status, refused.body.error.code]).toEqual([409, 'draft-wrong-state'])
    await story.step(id, 'reopen', {}, 'street-head')
    await story.mend(row!, { fixes: [{ field: 'deadline', text: '每月10日前' }] })
    expect(await story.step(id, 'discard')).toMatchObject({ state: 'discarded', abilities: [] })
    expect((await story.upload()).draft.id).not.toBe(id)
  })

  test('of two drafts of one area that two people activate at once one wins; the other waits as it was', async () => {
    const first = await story.submitted(finance(sheetRow(1, '村级财务', '财务收支')))
    const second = await story.submitted(finance(sheetRow(1, '村级财务', '债权债务')))
    const seen = [await story.diff(first.id), await story.diff(second.id)]
    const answers = await Promise.all(
      seen.map(({ draft, against }, at) =>
        server.ask<ErrorBody>('POST', `/catalogue-drafts/${draft.id}/activate`, {
          token: tokenOf(server, at === 0 ? 'clerk-2' : 'street-head'),
          body: { version: draft.version, against },
        }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const lost = answers.findIndex(({ status }) => status === 409)
    expect(answers[lost]!.body.error).toMatchObject({
      code: 'catalogue-conflict',
      message: '有人刚刚也启用了同一领域的目录，这次没有启用，您的内容没有变。请看过和最新版本的不同再办。',
    })
    const waiting = await story.read(seen[lost]!.draft.id)
    expect(waiting).toMatchObject({ state: 'submitted', rows: 1 })
    expect((await story.diff(waiting.id)).areas[0]!.before).toMatchObject({ version: 2 })
    expect((await inForce()).map(({ version }) => version)).toEqual([2])
  })

  test('the loser of two activations is told, and one version is stored', async () => {
    const { id } = await story.submitted()
    const { against, draft } = await story.diff(id)
    const answers = await Promise.all(
      (['clerk-2', 'street-head'] as const).map(person =>
        server.ask<ErrorBody>('POST', `/catalogue-drafts/${id}/activate`, {
          token: tokenOf(server, person),
          body: { version: draft.version, against },
        }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await inForce()).map(({ version }) => version)).toEqual([2])
  })
})
