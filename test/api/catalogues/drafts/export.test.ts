import { parseCatalogueFile } from '../../../../server/documents/catalogue'
import { draftStoryOf } from '../../../support/api/drafts'
import { type TestServer, startTestServer } from '../../../support/api/testServer'
import { buildWorld, clearNotices } from '../../../support/api/world'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'

let server: TestServer
let story: ReturnType<typeof draftStoryOf>

beforeAll(async () => {
  server = await startTestServer('catalogueexport')
  await buildWorld(server.db)
  story = draftStoryOf(server)
})
afterAll(() => server.close())
beforeEach(() => clearNotices(server.db))

async function exported(id: string, format: string) {
  const answer = await fetch(`${server.url}/api/v1/catalogues/${id}/export?format=${format}`)
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
}

test.each(['xlsx', 'html'])('a version as %s reads back, and as a draft it changes nothing', async format => {
  const { id } = await story.submitted()
  const { catalogues } = await story.activate(id)
  const { answer, bytes } = await exported(catalogues[0]!.id, format)
  expect(answer.status).toBe(200)
  expect(decodeURIComponent(answer.headers.get('content-disposition')!)).toContain(`第2版）.${format}`)
  const stored = await server.db
    .of(CatalogueItems)
    .find({ catalogueId: catalogues[0]!.id })
    .sort({ order: 1 })
  const { rows } = await parseCatalogueFile({ file: `a.${format}`, bytes })
  expect(rows.map(({ path, deadline }) => [path, deadline])).toEqual(
    stored.map(({ path, deadline }) => [path, deadline]),
  )
  const { draft } = await story.upload({ name: `现行.${format}`, text: new Uint8Array(bytes) })
  const { areas } = await story.diff(draft.id)
  expect(areas.map(({ counts }) => counts)).toEqual([
    { added: 0, removed: 0, changed: 0, renamed: 0, same: 2, kept: 0 },
  ])
})

test('an unknown version and an unknown format are told apart', async () => {
  expect((await exported('cat_00000000000000000000', 'xlsx')).answer.status).toBe(404)
  expect((await exported('cat_village000001', 'exe')).answer.status).toBe(400)
})
