import type { ObligationList } from '@shared/contract/disclosure/obligation'
import type { DisclosureCalendar } from '@shared/contract/reading/site'
import { VILLAGE, startSeededServer, tokenIn } from '../../../support/reading/seededServer'
import type { Answer, TestServer } from '../../../support/api/testServer'

let server: TestServer
beforeAll(async () => {
  server = await startSeededServer('duties-of-a-day')
})
afterAll(() => server.close())

/** Ids of what is due on a day, a page at a time. */
async function idsOf(day: string, limit: number): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const query = new URLSearchParams({ day, limit: String(limit), ...(cursor !== '' && { cursor }) })
    const { status, body }: Answer<ObligationList> = await server.ask(
      'GET',
      `/orgs/${VILLAGE}/obligations?${query.toString()}`,
      { token: tokenIn(server, VILLAGE, 'editor') },
    )
    expect(status).toBe(200)
    expect(body.items.map(({ dueOn }) => dueOn)).toEqual(body.items.map(() => day))
    ids.push(...body.items.map(({ id }) => id))
    cursor = body.nextCursor
  }
  return ids
}

test('every day of the calendar 公开日历 has its duties, in one page or in many', async () => {
  const { body } = await server.ask<DisclosureCalendar>('GET', `/orgs/${VILLAGE}/calendar?year=2026`)
  const days = [...new Set(body.items.map(({ dueOn }) => dueOn))]
  expect(days.length).toBeGreaterThan(5)
  for (const day of days) {
    const due = body.items.filter(({ dueOn }) => dueOn === day).map(({ id }) => id)
    expect([day, (await idsOf(day, 50)).sort()]).toEqual([day, due.sort()])
  }
  const [fullest = ''] = [...days].sort(
    (one, other) =>
      body.items.filter(({ dueOn }) => dueOn === other).length -
      body.items.filter(({ dueOn }) => dueOn === one).length,
  )
  const whole = await idsOf(fullest, 50)
  expect(whole.length).toBeGreaterThan(2)
  expect(await idsOf(fullest, 2)).toEqual(whole)
})

test.each([
  ['2026-02-01', 200],
  ['2026-02-30', 400],
  ['2026-02', 400],
  ['yesterday', 400],
])('a day %s: %d', async (day, status) => {
  const answer = await server.ask('GET', `/orgs/${VILLAGE}/obligations?day=${day}`, {
    token: tokenIn(server, VILLAGE, 'editor'),
  })
  expect(answer.status).toBe(status)
})
