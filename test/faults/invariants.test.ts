import { type TestServer, startTestServer } from '../support/api/testServer'
import { buildWorld, storyOf } from '../support/api/world'
import { type StorePicture, pictureOf } from '../support/faults/storePicture'
import { brokenInvariants } from '../support/invariants'

/** The checker of invariants itself: sound stores pass, and each kind of damage is reported. */
let server: TestServer
let sound: StorePicture

beforeAll(async () => {
  server = await startTestServer('invariants')
  await buildWorld(server.db)
  const story = storyOf(server)
  const submitted = await story.submit('editor', await story.create('editor'))
  await story.publish('head', await story.agree('supervisor', submitted))
  sound = await pictureOf(server.db.connection)
})
afterAll(() => server.close())

/** The sound store with some fields of the only (or last) row of a collection changed; null takes the row away. */
function damaged(collection: string, change: Record<string, unknown> | null): StorePicture {
  const rows = new Map(sound.get(collection))
  const [id, row] = [...rows].at(-1)!
  if (change) rows.set(id, { ...row, ...change })
  else rows.delete(id)
  return new Map(sound).set(collection, rows)
}

test('a sound store breaks nothing', () => {
  expect(brokenInvariants(sound)).toEqual([])
})

test.each([
  ['a notice in another state', 'notices', { state: 'draft' }],
  ['a notice of another version', 'notices', { version: 9 }],
  ['a notice without its revision', 'notices', { revisionId: 'rev_000000' }],
  ['a notice that is gone', 'notices', null],
  ['a status that is gone', 'statuses', null],
  ['a step that the table does not know', 'statuses', { event: 'edit' }],
  ['a revision that is gone', 'revisions', null],
  ['a deed without an audit entry', 'auditEntries', null],
  ['a publication that is gone', 'publications', null],
  ['a publication that is not live', 'publications', { live: false }],
  ['a publication with other words', 'publications', { sentence: '改过' }],
  ['a feed that has not moved', 'feedVersions', { version: 0 }],
  ['an entry that is gone', 'ledgerEntries', null],
  ['an entry that was changed', 'ledgerEntries', { period: '2020-01' }],
  ['salts that are gone', 'ledgerSecrets', null],
  ['a head that counts wrongly', 'ledgerHeads', { size: 7 }],
  ['a subtree that is gone', 'ledgerNodes', null],
  ['a chain that ends elsewhere', 'ledgerChains', { length: 5 }],
  ['an obligation that is gone', 'obligations', null],
  ['an obligation that is done on another day', 'obligations', { doneOn: '2026-01-01' }],
  ['an obligation that is late without reason', 'obligations', { status: 'late' }],
  ['an obligation that is open, and done', 'obligations', { status: 'open' }],
  ['a matrix that is gone', 'matrixYears', null],
  ['a matrix that says otherwise', 'matrixYears', { cells: {} }],
])('%s is told', (_name, collection, change) => {
  expect(brokenInvariants(damaged(collection, change))).not.toEqual([])
})
