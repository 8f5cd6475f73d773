import { type TestServer, startTestServer } from '../../../support/api/testServer'
import { buildWorld, storyOf } from '../../../support/api/world'
import { reportFigure } from '../../../support/figures'
import { byId, byIndex, planOf, watchQueries } from '../../../support/reading/plans'

/** A step that scans a collection is quick in a test and takes all the memory there is in a store of a million notices. */
let server: TestServer
let queries: ReturnType<typeof watchQueries>

beforeAll(async () => {
  server = await startTestServer('work-indexes')
  await buildWorld(server.db)
  queries = watchQueries(server.database.mongoose)
})
afterAll(async () => {
  queries.stop()
  await server.close()
})

const ASKS = /^(find|update|delete|count|distinct)/

test('every query of a publication, from its draft to its withdrawal, walks an index', async () => {
  const story = storyOf(server)
  const draft = await story.create('editor')
  const signed = await story.agree('supervisor', await story.submit('editor', draft))
  const published = await story.publish('head', signed)
  await story.step('head', published, 'withdraw', {
    reason: '附件里有身份证号',
    measures: '已撤下并通知本人',
    leaked: ['id'],
    persons: 1,
  })
  const asked = queries.take().filter(({ method }) => ASKS.test(method))
  const scans: object[] = []
  for (const query of asked) {
    if (byId(query)) continue
    const stages = await planOf(server.db.connection, query)
    if (!byIndex(stages)) scans.push({ ...query, stages })
  }
  reportFigure(`P6 一条公示从起草到撤回的 ${asked.length} 个查询都走声明过的索引，扫全表 ${scans.length} 个`)
  expect(scans).toEqual([])
})
