import { JOB_HANDLERS } from '@server/compose'
import { createJobRunner } from '@server/platform/jobs/runner'
import { applicationStory, receiveOf } from '../../../support/api/applications'
import { startTestServer, TEST_NOW, type TestServer } from '../../../support/api/testServer'
import { buildWorld, type Person, PEOPLE, tokenOf } from '../../../support/api/world'
import { LONG, reportFigure, SAMPLED } from '../../../support/figures'
import { addressesOf, look, PUBLIC_READS, STAFF_READS } from '../../../support/surfaces/walk'

/** Identities planted in many cases; not one of them may be on any surface but the one that opens with a reason. */
const CASES = LONG ? 1_000 : 60
/** Beginning of every planted name, number and telephone. */
const MARKS = ['欧阳测', '610111196203', '1390000'] as const
const GIVEN = [...'甲乙丙丁戊己庚辛壬癸']

/** Everybody in the long run; each kind of reader in the short one. */
const READERS = (LONG ? Object.keys(PEOPLE) : ['clerk', 'street-lawyer', 'editor', 'district']) as Person[]
const MINUTES = 60_000

let server: TestServer
let now = new Date(TEST_NOW)

beforeAll(async () => {
  server = await startTestServer('application-identity', { now: () => now })
  await buildWorld(server.db)
})
afterAll(() => server.close())

const digit = (n: number, place: number): string => GIVEN[Math.floor(n / 10 ** place) % 10]!
const personOf = (n: number) => ({
  name: `欧阳测${digit(n, 2)}${digit(n, 1)}${digit(n, 0)}`,
  proofNumber: `610111196203${String(100_000 + n)}`,
  phone: `1390000${String(1_000 + n)}`,
})

/** What the case is for: a third of them have the identity written into what is asked. */
function askedBy(n: number): string[] {
  const { name, proofNumber, phone } = personOf(n)
  return n % 3 === 0
    ? [`${name}（${proofNumber}，电话 ${phone}）要第 ${n} 号文件`]
    : [`东一村第 ${n} 号征地文件`]
}

async function plant(): Promise<string[]> {
  const { step } = applicationStory(server)
  const ids: string[] = []
  for (let n = 0; n < CASES; n++) {
    const own = n % 7 === 0
    const input = { ...personOf(n), door: own ? 'platform' : 'fax', items: askedBy(n) } as const
    const { body, status } = await receiveOf(server, own ? 'villager' : 'clerk', input)
    expect([n, status]).toEqual([n, 201])
    if (!own && n % 5 === 1) await step('clerk', body, 'confirm')
    if (!own && n % 5 === 2) {
      await step('clerk', body, 'withdraw', { reason: `${personOf(n).name}说不要了` })
    }
    ids.push(body.application.id)
    now = new Date(now.getTime() + 86_400_000 / 20)
  }
  return ids
}

const marksIn = (words: string): string[] => MARKS.filter(mark => words.includes(mark))

test(
  'who asks is on no surface: no public address, no list, file or log of anybody, no row of the store',
  async () => {
    const ids = await plant()
    await createJobRunner({ services: server.services, handlers: JOB_HANDLERS }).runDue()
    const known = {
      orgCode: 'ST1',
      noticeIds: [ids[0]!, ids[3]!, ids.at(-1)!],
      itemId: 'itm_none00',
      catalogueId: 'cat_none00',
      itemKey: 'itm_none00',
      sha256: '0'.repeat(64),
      pictureSha256: '0'.repeat(64),
      powerCode: 'XM-01',
      caseId: 'pca_none00',
      queries: MARKS,
    }
    const found: string[] = []
    let walked = 0
    let answered = 0
    for (const address of PUBLIC_READS.flatMap(route => addressesOf(route, known))) {
      const { words, status } = await look(server, address)
      // A search says again what was searched for.
      if (!address.startsWith('/search')) found.push(...marksIn(words).map(mark => `${address} ${mark}`))
      walked++
      if (status === 200) answered++
    }
    for (const person of READERS) {
      for (const route of STAFF_READS.filter(({ path }) => !path.endsWith('/identity'))) {
        for (const address of addressesOf(route, known)) {
          const { words, status } = await look(server, address, tokenOf(server, person))
          found.push(...marksIn(words).map(mark => `${person} ${address} ${mark}`))
          walked++
          if (status === 200) answered++
        }
      }
    }
    for (const { name } of await server.db.connection.db!.listCollections().toArray()) {
      const rows = JSON.stringify(await server.db.connection.collection(name).find({}).toArray())
      found.push(...marksIn(rows).map(mark => `${name} ${mark}`))
    }
    expect(found).toEqual([])
    expect(answered).toBeGreaterThan(100)
    reportFigure(
      `依申请公开 identity: ${CASES} cases planted, ${walked} addresses read by ${READERS.length} people and without a login, 0 found${SAMPLED}`,
    )
  },
  (LONG ? 45 : 5) * MINUTES,
)
