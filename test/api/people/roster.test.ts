import type { ErrorBody } from '../../../shared/contract/common'
import type { Household } from '../../../shared/contract/reading/household'
import type { NoticeContent } from '../../../shared/contract/disclosure/notice'
import type { MyResidencyClaims, RosterPage } from '../../../shared/contract/people/roster'
import { startTestServer, type TestServer } from '../../support/api/testServer'
import {
  ROLL,
  claimOf,
  householdBook,
  households,
  confirmedClaim,
  decideClaimOf,
  pendingClaim,
  relativeOf,
  rollText,
  uploadRoll,
} from '../../support/api/roster'
import {
  ITEMS,
  type Person,
  buildWorld,
  clearNotices,
  storyOf,
  tokenOf,
  userId,
} from '../../support/api/world'
import { RosterEntries } from '@server/people/residents/models/rosterEntries'
import { ResidencyClaims } from '@server/people/residents/models/residencyClaims'
import { RoleGrants } from '@server/people/accounts/models/roleGrants'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer('roll')
  await buildWorld(server.db)
})
beforeEach(() => clearNotices(server.db))
afterAll(() => server.close())

const errorOf = (answer: { body: unknown }) => (answer.body as ErrorBody).error
const get = <Body>(person: Person, path: string) =>
  server.ask<Body>('GET', path, { token: tokenOf(server, person) })

/** Everything in the store, as text. */
async function stored(): Promise<string> {
  const all = await Promise.all(
    Object.values(server.db.connection.models).map(model => model.collection.find({}).toArray()),
  )
  return JSON.stringify(all)
}

test('a preview says what a file would change and stores nothing', async () => {
  await uploadRoll(server)
  const before = await stored()
  const preview = await server.ask('POST', '/orgs/V1/roster/preview', {
    token: tokenOf(server, 'head'),
    file: { name: '新名册.csv', text: rollText('farmer', 'elder') },
  })
  expect([preview.status, preview.body]).toEqual([
    200,
    { total: 2, added: 0, changed: 0, removed: 2, unchanged: 2, removedVerified: 0, warnings: [] },
  ])
  expect(await stored()).toBe(before)
})

describe('the roll', () => {
  test('keeps name and group only: no tail and no phone stands in store, log or answer', async () => {
    const answer = await uploadRoll(server)
    expect([answer.status, answer.body]).toEqual([
      201,
      { total: 4, added: 4, changed: 0, removed: 0, unchanged: 0, removedVerified: 0, warnings: [] },
    ])
    await claimOf(server, 'stranger', 'farmer', '999999')
    await claimOf(server, 'stranger', 'farmer')
    const everything = (await stored()) + server.logged.join('\n')
    expect(everything).toContain(ROLL.farmer.name)
    for (const secret of [ROLL.farmer.tail, ROLL.farmer.tail.slice(-4), ROLL.farmer.phone, '999999']) {
      expect(everything).not.toContain(secret)
    }
  })

  test('tells every fault at once, by row and without repeating a cell, and stores nothing', async () => {
    const rows = [
      '姓名,身份证号码,组,电话',
      ',610122195001011234,一组,13800000000',
      '张三,12345,一组,12',
      '李四,6.10E+17,一组,',
      '王五,610122195001011235,一组,',
      '赵六,123456,一组,',
      '赵六,123456,二组,',
    ]
    const answer = await uploadRoll(server, rows.join('\n'))
    expect([answer.status, errorOf(answer).code]).toEqual([422, 'roll-refused'])
    expect(errorOf(answer).details.map(({ row, code }) => [row, code])).toEqual([
      [2, 'name-missing'],
      [2, 'id-tail-invalid'],
      [3, 'id-tail-invalid'],
      [3, 'phone-invalid'],
      [4, 'id-tail-invalid'],
      [5, 'id-tail-invalid'],
      [7, 'person-repeated'],
    ])
    expect(answer.text).not.toMatch(/张三|12345|6\.10|6101/)
    expect(await server.db.of(RosterEntries).countDocuments({})).toBe(0)
    const unread = await uploadRoll(server, '一,二\n三,四')
    expect([unread.status, errorOf(unread).code]).toEqual([422, 'roll-unreadable'])
  })

  test('of 200 households, with the members beside the head, has everybody under their own name and number', async () => {
    const members = households(200)
    const { status, body } = await uploadRoll(server, await householdBook(members), 'head', '花名册.xlsx')
    expect([status, body]).toEqual([
      201,
      { total: 500, added: 500, changed: 0, removed: 0, unchanged: 0, removedVerified: 0, warnings: [] },
    ])
    const entries = await server.db.of(RosterEntries).find({ orgCode: 'V1' }).lean()
    expect(entries.map(({ name }) => name).sort()).toEqual(members.map(({ name }) => name).sort())
    const [head, wife] = members.filter(({ household }) => household === 77)
    const claim = (name: string, idNumber: string) =>
      server.ask('POST', '/me/residency-claims', {
        token: tokenOf(server, 'stranger'),
        body: { orgCode: 'V1', name, idTail: idNumber.slice(-6) },
      })
    expect((await claim(head!.name, wife!.idNumber)).status).toBe(422)
    expect((await claim(wife!.name, wife!.idNumber)).status).toBe(201)
  })

  test('is replaced by the next one, with a count of what changed', async () => {
    await confirmedClaim(server)
    const moved = rollText('elder', 'twinA').replace('二组', '五组') + '\r\n新来人,111111,一组,'
    const answer = await uploadRoll(server, moved)
    expect(answer.body).toMatchObject({
      total: 3,
      added: 1,
      changed: 1,
      removed: 2,
      unchanged: 1,
      removedVerified: 1,
    })
    const claims = await get<{ items: { inRoster: boolean }[] }>(
      'head',
      '/orgs/V1/residency-claims?state=confirmed',
    )
    expect(claims.body.items).toMatchObject([{ inRoster: false }])
  })

  test('knows who was listed by four characters when six come', async () => {
    await uploadRoll(server, '姓名,身份证后四位\n许田生,121X')
    await claimOf(server, 'stranger', 'farmer', '121X')
    const answer = await uploadRoll(server, rollText('farmer'))
    expect(answer.body).toMatchObject({ added: 0, changed: 1, removed: 0 })
    const { items } = (await get<{ items: { inRoster: boolean }[] }>('head', '/orgs/V1/residency-claims'))
      .body
    expect(items).toMatchObject([{ inRoster: true }])
    const wrong = await claimOf(server, 'other-clerk', 'farmer', '99121X')
    expect(errorOf(wrong).code).toBe('residence-mismatch')
  })

  test('is listed with covered names, page by page, and by an exact name', async () => {
    await confirmedClaim(server)
    const first = (await get<RosterPage>('editor', '/orgs/V1/roster?limit=3')).body
    const next = (await get<RosterPage>('editor', `/orgs/V1/roster?limit=3&cursor=${first.nextCursor}`)).body
    expect([first.total, first.items.length, next.items.length, next.nextCursor]).toEqual([4, 3, 1, null])
    const names = [...first.items, ...next.items].map(({ name }) => name)
    expect(names.every(name => name.includes('*'))).toBe(true)
    const { items } = (
      await get<RosterPage>('editor', `/orgs/V1/roster?name=${encodeURIComponent('许田生')}`)
    ).body
    expect(items).toMatchObject([{ group: '一组', hasPhone: true, verified: true }])
  })

  test('of two uploads at once one wins or both stand one after the other, never half of each', async () => {
    const answers = await Promise.all([
      uploadRoll(server, rollText('farmer')),
      uploadRoll(server, rollText('elder', 'twinA')),
    ])
    expect(answers.every(({ status }) => [201, 409].includes(status))).toBe(true)
    const people = (await server.db.of(RosterEntries).find({ orgCode: 'V1' }).lean()).map(({ name }) => name)
    expect([[ROLL.farmer.name], [ROLL.elder.name, ROLL.twinA.name].sort()]).toContainEqual(people.sort())
  })
})

describe('我是本村人', () => {
  test('without a roll nobody can be matched', async () => {
    const answer = await claimOf(server, 'stranger', 'farmer')
    expect([answer.status, errorOf(answer).code]).toEqual([409, 'roll-missing'])
  })

  test('a match waits for the village; confirmed it brings the role, ended it is gone at once', async () => {
    const claim = await pendingClaim(server)
    expect(claim).toMatchObject({ kind: 'own', state: 'pending', orgName: '东一村' })
    const roles = async () => (await get<{ roles: { role: string }[] }>('stranger', '/me')).body.roles
    expect(await roles()).toEqual([])
    const confirmed = await decideClaimOf(server, 'supervisor', claim.id, 'confirm', 1)
    expect(confirmed.body).toMatchObject({ state: 'confirmed', inRoster: true, abilities: ['end'] })
    expect(await roles()).toMatchObject([{ role: 'villager', orgCode: 'V1' }])
    await decideClaimOf(server, 'head', claim.id, 'end', 2)
    expect(await roles()).toEqual([])
    const mine = (await get<MyResidencyClaims>('stranger', '/me/residency-claims')).body.items
    expect(mine).toMatchObject([{ state: 'ended', reason: '名册上没有这个人的新住址' }])
  })

  test('four characters do, unless there are two of that name', async () => {
    await uploadRoll(server)
    expect((await claimOf(server, 'stranger', 'farmer', '121x')).status).toBe(201)
    const twins = await claimOf(server, 'villager', 'twinA', '0022')
    expect(errorOf(twins).code).toBe('residence-ambiguous')
    expect((await claimOf(server, 'villager', 'twinA', '110022')).status).toBe(201)
  })

  test('after five wrong tries the account is locked, even for the right answer; others are not', async () => {
    await uploadRoll(server)
    for (const left of [4, 3, 2, 1, 0]) {
      const answer = await claimOf(server, 'stranger', 'farmer', '000000')
      expect([answer.status, errorOf(answer).message]).toEqual([422, expect.stringContaining(`${left} 次`)])
    }
    const locked = await claimOf(server, 'stranger', 'farmer')
    expect([locked.status, errorOf(locked).code]).toEqual([429, 'residence-locked'])
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(3600)
    expect((await claimOf(server, 'other-clerk', 'farmer')).status).toBe(201)
  })

  test('many accounts together cannot try out one name: each has one try', async () => {
    await uploadRoll(server)
    const people: Person[] = ['stranger', 'villager', 'clerk', 'clerk-2', 'other-clerk']
    for (const person of people.slice(0, 4)) {
      for (let time = 0; time < 5; time += 1) await claimOf(server, person, 'farmer', '000000')
    }
    const guess = await claimOf(server, 'other-clerk', 'farmer', '000000')
    expect([guess.status, errorOf(guess).message]).toEqual([422, expect.stringContaining('0 次')])
    expect((await claimOf(server, 'other-clerk', 'farmer')).status).toBe(429)
  })

  test('nor lock out the person whose name it is', async () => {
    await uploadRoll(server)
    for (const person of ['stranger', 'villager', 'clerk', 'clerk-2'] as const) {
      for (let time = 0; time < 6; time += 1) await claimOf(server, person, 'farmer', '000000')
    }
    expect((await claimOf(server, 'other-clerk', 'farmer')).status).toBe(201)
  })

  test('the same press sent twice is one claim; another one is told apart', async () => {
    await uploadRoll(server)
    const send = (key: string) =>
      server.ask('POST', '/me/residency-claims', {
        token: tokenOf(server, 'stranger'),
        key,
        body: { orgCode: 'V1', name: ROLL.farmer.name, idTail: ROLL.farmer.tail },
      })
    const [first, replay, second] = [
      await send('one-press-1'),
      await send('one-press-1'),
      await send('other-press'),
    ]
    expect([first.status, replay.status, replay.text]).toEqual([201, 201, first.text])
    expect([second.status, errorOf(second).code]).toEqual([409, 'claim-exists'])
    expect(await server.db.of(ResidencyClaims).countDocuments({})).toBe(1)
  })

  test('one person of the roll is one account', async () => {
    const first = await confirmedClaim(server)
    const rival = (await claimOf(server, 'other-clerk', 'farmer')).body
    const answer = await decideClaimOf(server, 'head', rival.id, 'confirm', 1)
    expect([answer.status, errorOf(answer).code]).toEqual([409, 'claim-taken'])
    expect(
      await server.db.of(RoleGrants).countDocuments({ userId: userId('other-clerk'), role: 'villager' }),
    ).toBe(0)
    await decideClaimOf(server, 'head', first.id, 'end', 2)
    expect((await decideClaimOf(server, 'head', rival.id, 'confirm', 1)).status).toBe(200)
  })

  test('a claim is decided once, on what was seen, and not by its maker', async () => {
    await uploadRoll(server)
    const claim = (await claimOf(server, 'editor', 'farmer')).body
    expect(errorOf(await decideClaimOf(server, 'editor', claim.id, 'confirm', 1)).code).toBe('own-matter')
    expect((await decideClaimOf(server, 'head', claim.id, 'confirm', 1)).status).toBe(200)
    for (const decision of ['confirm', 'refuse'] as const) {
      const answer = await decideClaimOf(server, 'head', claim.id, decision, 1)
      expect([answer.status, errorOf(answer).code]).toEqual([409, 'claim-changed'])
    }
  })

  test('a relative acts for an elder without becoming a villager', async () => {
    await uploadRoll(server)
    const claim = (await relativeOf(server, 'stranger', 'elder')).body
    expect(claim).toMatchObject({ kind: 'elder', relationLabel: '子女', name: ROLL.elder.name })
    await decideClaimOf(server, 'head', claim.id, 'confirm', 1)
    expect((await get<{ roles: unknown[] }>('stranger', '/me')).body.roles).toEqual([])
    expect(errorOf(await relativeOf(server, 'stranger', 'elder')).code).toBe('claim-exists')
  })
})

describe('我家的', () => {
  const household = async (person: Person) => (await get<Household>(person, '/me/household')).body.people

  test('own lines with their history while told apart, never another’s; ended with the claim', async () => {
    const story = storyOf(server)
    const content: NoticeContent = {
      title: '补贴名单',
      period: '2026Q3',
      blocks: [
        {
          type: 'recipients',
          label: '补贴结果',
          rows: [
            { name: '许*', group: '第一村民小组', scheme: '地力补贴', persons: 1, amountFen: 34_000 },
            { name: '王*', group: '二组', scheme: '地力补贴', persons: 1, amountFen: 51_000 },
          ],
          totalPersons: 2,
          totalFen: 85_000,
        },
        { type: 'facts', label: '公开内容', entries: [{ label: '政策依据', value: '见附件' }, { label: '补贴标准', value: '每亩68元' }, { label: '监督渠道', value: '村委会' }] }, // prettier-ignore
      ],
    }
    const draft = await story.create('editor', { itemId: ITEMS.subsidy._id, content })
    await story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
    const claim = await confirmedClaim(server)
    expect(await household('stranger')).toMatchObject([
      { lines: [], sentence: expect.stringContaining('分不清') },
    ])
    await uploadRoll(server, rollText('farmer', 'twinA'))
    expect(await household('stranger')).toMatchObject([
      { name: ROLL.farmer.name, relationLabel: null, lines: [{ scheme: '地力补贴', amount: '340.00', periodLabel: '2026年第三季度' }] }, // prettier-ignore
    ])
    expect(await household('editor')).toEqual([])
    await decideClaimOf(server, 'head', claim.id, 'end', 2)
    expect(await household('stranger')).toEqual([])
  })
})
