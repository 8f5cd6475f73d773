import type { Session } from '@shared/contract/people/auth'
import type { ErrorBody } from '@shared/contract/common'
import type { ContentBlock } from '@shared/contract/disclosure/notice'
import type { CataloguePage, NoticePage } from '@shared/contract/reading/site'
import type { NoticeForm, WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { PERSONAS } from '../../../../server/demo/seed/personas'
import { freshCode } from '../../../../server/demo/fakeWechat'
import { type Answer, type TestServer, startTestServer } from '../../../support/api/testServer'
import { MEETING } from '../../../support/api/world'
import { SEEDED_MS } from '../../../support/seed/limits'
import { openSeededDatabase } from '../../../support/seed/seededDatabase'

jest.setTimeout(SEEDED_MS)

/** The demonstration as a newcomer meets it: log in as a persona, take an item, fill its form, take it to the public. */
let server: TestServer
const tokens: Record<string, string> = {}

const PARTS = ['editor', 'supervisor', 'head', 'street-clerk', 'street-clerk-2']
const VILLAGE = PERSONAS.find(persona => persona.code === 'editor')!.roles[0]!.orgCode
const STREET = PERSONAS.find(persona => persona.code === 'street-clerk')!.roles[0]!.orgCode

beforeAll(async () => {
  server = await startTestServer('seeded', undefined, {}, await openSeededDatabase('seeded'))
  for (const part of PARTS) {
    const body = { code: freshCode(part, server.services.clock) }
    tokens[part] = (await server.ask<Session>('POST', '/auth/wechat', { body })).body.accessToken
  }
})
afterAll(() => server.close())

function sound<Body>(answer: Answer<Body>): Body {
  if (answer.status >= 400) throw new Error(`${answer.status} ${answer.text}`)
  return answer.body
}
const as = <Body>(part: string, method: string, path: string, body?: unknown) =>
  server.ask<Body>(method, path, { token: tokens[part], body }).then(sound)

/** What a diligent writer types into the open fields. */
const filled = (block: ContentBlock): ContentBlock =>
  block.type === 'facts'
    ? { ...block, entries: block.entries.map(entry => ({ ...entry, value: entry.value || '见本村公示栏' })) }
    : block

async function publishFrom(
  itemId: string,
  orgCode: string,
  people: { writer: string; signer: string; publisher: string },
) {
  const form = await as<NoticeForm>(people.writer, 'GET', `/catalogue-items/${itemId}/form?org=${orgCode}`)
  const content = { ...form.content, blocks: form.content.blocks.map(filled) }
  const made = await as<WorkNoticePage>(people.writer, 'POST', '/notices', { orgCode, itemId, content })
  const path = `/notices/${made.notice.id}`
  await as(people.writer, 'POST', `${path}/submit`, { version: 1 })
  const signed = { version: 3, opinion: 'agree' }
  let page = await as<WorkNoticePage>(people.signer, 'POST', `${path}/sign-off`, signed)
  if (orgCode === VILLAGE) {
    page = await as(people.publisher, 'POST', `${path}/meeting`, { version: 4, ...MEETING })
  }
  return as<WorkNoticePage>(people.publisher, 'POST', `${path}/publish`, { version: page.notice.version })
}

test('one item of every category goes from its form to the public, on both sides', async () => {
  const { areas } = sound(await server.ask<CataloguePage>('GET', `/orgs/${VILLAGE}/catalogue`))
  const items = areas.flatMap(area => area.items)
  const categories = [...new Set(items.map(item => item.category))]
  expect(categories).toHaveLength(6)
  for (const category of categories) {
    const { id } = items.find(item => item.category === category)!
    const village = await publishFrom(id, VILLAGE, {
      writer: 'editor',
      signer: 'supervisor',
      publisher: 'head',
    })
    const street = await publishFrom(id, STREET, {
      writer: 'street-clerk',
      signer: 'street-clerk-2',
      publisher: 'street-clerk',
    })
    for (const { notice, presented } of [village, street]) {
      const page = sound(await server.ask<NoticePage>('GET', `/notices/${notice.id}`))
      expect(page.presented).toEqual(presented)
      expect(page.signOff?.opinion).toBe('agree')
    }
  }
})

test('every item has a form that can be kept as it is', async () => {
  const { areas } = sound(await server.ask<CataloguePage>('GET', `/orgs/${VILLAGE}/catalogue`))
  const items = areas.flatMap(area => area.items)
  expect(items.length).toBeGreaterThan(30)
  const kept = { created: 0, 'notice-exists': 0 }
  for (const { id } of items) {
    const form = await as<NoticeForm>('editor', 'GET', `/catalogue-items/${id}/form?org=${VILLAGE}`)
    const body = { orgCode: VILLAGE, itemId: id, content: form.content }
    const answer = await server.ask<ErrorBody>('POST', '/notices', { token: tokens.editor, body })
    const result = answer.status === 201 ? 'created' : answer.body.error.code
    expect([
      form.item.path,
      ['created', 'notice-exists'].includes(result),
      answer.body.error?.details ?? [],
    ]).toEqual([form.item.path, true, []])
    kept[result as keyof typeof kept] += 1
  }
  // Only an item whose every offered period has its notice, the running one included, is full.
  expect(kept['notice-exists']).toBeLessThanOrEqual(1)
})
