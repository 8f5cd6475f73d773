import type { WorkCasePage } from '../../../shared/contract/power/case'
import { pictureOf } from '../faults/storePicture'
import { brokenInCases } from '../invariants/cases'
import { coreItem, reasonsWithout } from '../power/core'
import { server, openWorld } from './workDesk'
import { ITEMS, type Person, tokenOf } from './world'

export { server } from './workDesk'

export const ADOPTION = {
  version: 0,
  model: 0,
  meeting: '村民代表会议',
  on: '2026-05-08',
  inForce: '2026-05-10',
}
export const BALLOTS = { eligible: 30, present: 25, agree: 20, against: 3, abstain: 2 }

/** The small world for a test file about cases; after every test their invariants hold. */
export function openCaseWorld(purpose: string): void {
  openWorld(purpose)
  afterEach(async () => expect(brokenInCases(await pictureOf(server.db.connection))).toEqual([]))
}

export const send = <T>(person: Person, path: string, body: object) =>
  server.ask<T>('POST', path, { token: tokenOf(server, person), body })

/** Where a disclosure has its item. */
export type Place = Pick<(typeof ITEMS)['finance'], 'area' | 'path'>

/** The model list, with every disclosure at one item, by default one that this world's catalogue has. */
export async function adopt({ area, path }: Place = ITEMS.finance): Promise<void> {
  const items = ['XM-01', 'BM-07', 'ZC-01'].map(code => {
    const item = coreItem(code)
    for (const { disclosure } of item.steps) {
      if (disclosure) Object.assign(disclosure, { area, path: [...path] })
    }
    return item
  })
  const changed = items.map(({ code }) => ({ code, reason: '公开到村里的目录' }))
  const reasons = [...changed, ...reasonsWithout(items)]
  expect((await send('head', '/orgs/V1/powers/adopt', { ...ADOPTION, items, reasons })).status).toBe(200)
}

export const OPENING = { itemCode: 'XM-01', title: '修村东头水渠', amountFen: 6_000_000 }

/** Adopts the list and opens a case. */
export async function open(
  body: object = OPENING,
  person: Person = 'editor',
  place?: Place,
): Promise<WorkCasePage> {
  await adopt(place)
  const answer = await send<WorkCasePage>(person, '/orgs/V1/cases', body)
  expect(answer.status).toBe(201)
  return answer.body
}

/** Takes an action on a case. */
export async function step(page: WorkCasePage, person: Person, name: string, more: object = {}) {
  const answer = await send<WorkCasePage>(person, `/cases/${page.id}/${name}`, {
    version: page.version,
    ...more,
  })
  if (answer.status !== 200) throw new Error(`${name}: ${answer.text}`)
  return answer.body
}

/** Claims the step at hand, if nobody has, and leaves it as it asks to be left. */
export async function done(
  page: WorkCasePage,
  person: Person = 'editor',
  result?: string,
): Promise<WorkCasePage> {
  const { step: id, evidence: papers, results, vote } = page.task!
  const at = page.abilities.includes('claim') ? await step(page, person, 'claim', { step: id }) : page
  if (vote) return step(at, person, 'vote', { step: id, papers, ballots: BALLOTS })
  return step(at, person, 'finish', { step: id, papers, result: result ?? results[0] ?? null })
}

/** Reads a page, as a person or without login. */
export const read = async <T>(path: string, person?: Person) =>
  (await server.ask<T>('GET', path, person ? { token: tokenOf(server, person) } : {})).body

/** The case as this person sees it: what they may do is theirs alone. */
export const seenBy = (page: WorkCasePage, person: Person) =>
  read<WorkCasePage>(`/work/cases/${page.id}`, person)
