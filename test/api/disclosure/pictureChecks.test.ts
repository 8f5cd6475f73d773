import sharp from 'sharp'
import type { Attachment } from '@shared/contract/disclosure/notice'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { DOCUMENTED_EVENTS } from '@server/platform/wechat/documented'
import { signPush } from '@server/platform/wechat/pushSignature'
import { createJobRunner } from '@server/platform/jobs/runner'
import { Jobs } from '@server/platform/jobs/jobs'
import { PictureChecks } from '@server/disclosure/files/models/pictureChecks'
import { JOB_HANDLERS } from '@server/compose'
import type { z } from 'zod'
import type { PushMode } from '../../../server/demo/fakeWechat/media'
import { type TestServer, TEST_NOW, startTestServer } from '../../support/api/testServer'
import { type Person, buildWorld, financeContent, storyOf, tokenOf } from '../../support/api/world'

/** 照片内容检查: handed to WeChat, its verdict taken from its event, and what follows for the notice. */
const TOKEN = 'token0123456789abcdef'
let now = Date.parse(TEST_NOW)
let server: TestServer
let pictures = 0

beforeAll(async () => {
  server = await startTestServer('pictures', { now: () => new Date(now) }, { WECHAT_MESSAGE_TOKEN: TOKEN })
  server.services.config.publicBaseUrl = server.url
  await buildWorld(server.db)
})
afterEach(() => server.wechat.behave('ok'))
afterAll(() => server.close())

const COLOURS = { fine: '#3a8b4c', risky: '#e01818', doubtful: '#e8d818' } as const
type Colour = keyof typeof COLOURS

/** Other bytes each time: the same content is stored once. */
const picture = (colour: Colour) =>
  sharp({ create: { width: 300 + (pictures += 1), height: 200, channels: 3, background: COLOURS[colour] } })
    .jpeg()
    .toBuffer()

/** Every other month: none of the notices begins with the balance of another. */
const periodOf = (at: number) => new Date(Date.UTC(2022, 2 * at)).toISOString().slice(0, 7)

async function attach(colour: Colour) {
  const text = new Uint8Array(await picture(colour))
  const fields = { reason: '现场照片，没有人像、签名和证件' }
  return storyOf(server).attach('editor', { name: '现场.jpg', text, fields })
}

const runJobs = () =>
  createJobRunner({
    services: server.services,
    handlers: { 'check-picture': JOB_HANDLERS['check-picture']! },
  }).runDue()

const push = (mode?: PushMode) =>
  server.wechat.push({ url: `${server.url}/wechat/events`, token: TOKEN }, mode)

/** A notice with a picture, agreed to by the supervisors and the meeting, ready to be published. */
async function noticeWith(
  colour: Colour,
): Promise<{ page: WorkNoticePage; file: z.infer<typeof Attachment> }> {
  const story = storyOf(server)
  const file = await attach(colour)
  const content = financeContent(periodOf(pictures))
  content.blocks.push({ type: 'attachments', label: '附件', files: [file] })
  const draft = await story.create('editor', { content })
  const signed = await story.agree('supervisor', await story.submit('editor', draft))
  return { page: await story.meet('head', signed), file }
}

const publish = async ({ notice }: WorkNoticePage) => {
  const { status, text } = await server.ask('POST', `/notices/${notice.id}/publish`, {
    token: tokenOf(server, 'head'),
    body: { version: notice.version },
  })
  return [status, /picture-\w+/.exec(text)?.[0] ?? null]
}
const release = async (person: Person, sha256: string) => {
  const { status, body } = await server.ask<{ error?: { code: string } }>(
    'POST',
    `/orgs/V1/pictures/${sha256}/release`,
    { token: tokenOf(server, person), body: {} },
  )
  return [status, body.error?.code ?? null]
}
const shown = async ({ notice }: WorkNoticePage, person: Person) => {
  const { body } = await server.ask<WorkNoticePage>('GET', `/work/${notice.id}`, {
    token: tokenOf(server, person),
  })
  return { picture: body.pictures[0], issues: body.issues.map(({ message }) => message) }
}

test('a picture that passes is published once the event has come; WeChat can fetch it meanwhile, and nobody afterwards', async () => {
  const { page, file } = await noticeWith('fine')
  expect(await publish(page)).toEqual([422, 'picture-waiting'])
  expect((await shown(page, 'head')).issues).toEqual([expect.stringContaining('照片“现场.jpg”微信还在检查')])
  expect(await runJobs()).toBe(1)
  const { pass } = (await server.db.of(PictureChecks).findOne({ sha256: file.sha256, orgCode: 'V1' }).lean())!
  const fetched = await fetch(`${server.url}/api/v1/picture-checks/${pass}`)
  expect([fetched.status, fetched.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect(await push('late')).toEqual([])
  expect(await publish(page)).toEqual([422, 'picture-waiting'])
  expect(await push()).toEqual([{ status: 200, text: 'success' }])
  expect((await fetch(`${server.url}/api/v1/picture-checks/${pass}`)).status).toBe(404)
  expect((await shown(page, 'head')).picture).toMatchObject({ state: 'passed', mayRelease: false })
  expect(await publish(page)).toEqual([200, null])
})

test('a risky one keeps the notice back until a second person of the village has looked at it', async () => {
  const { page, file } = await noticeWith('risky')
  await runJobs()
  await push()
  expect(await publish(page)).toEqual([422, 'picture-risky'])
  expect((await shown(page, 'editor')).picture).toMatchObject({ state: 'risky', mayRelease: false })
  expect((await shown(page, 'supervisor')).picture).toMatchObject({ state: 'risky', mayRelease: true })
  expect(await release('editor', file.sha256)).toEqual([403, 'four-eyes'])
  expect(await release('clerk', file.sha256)).toEqual([403, 'forbidden'])
  expect(await release('supervisor', file.sha256)).toEqual([200, null])
  expect(await release('supervisor', file.sha256)).toEqual([409, 'picture-not-held'])
  expect((await shown(page, 'head')).picture).toMatchObject({
    state: 'released',
    releasedBy: '人物supervisor',
  })
  expect(await publish(page)).toEqual([200, null])
})

test('a picture that is taken out of the notice no longer keeps it back', async () => {
  const story = storyOf(server)
  const file = await attach('risky')
  const content = financeContent('2023-12')
  const draft = await story.create('editor', {
    content: {
      ...content,
      blocks: [...content.blocks, { type: 'attachments', label: '附件', files: [file] }],
    },
  })
  await runJobs()
  await push()
  expect((await shown(draft, 'editor')).issues.join()).toContain('可能违规')
  await story.edit('editor', draft, content)
  expect((await shown(draft, 'editor')).issues.join()).not.toContain('可能违规')
})

test.each([
  ['doubtful', 'honest'],
  ['fine', 'lying'],
] as const)('a %s picture with an event that is %s: a person has to look', async (colour, mode) => {
  const { page, file } = await noticeWith(colour)
  await runJobs()
  expect(await push(mode)).toEqual([{ status: 200, text: 'success' }])
  expect(await publish(page)).toEqual([422, 'picture-unclear'])
  expect(await release('head', file.sha256)).toEqual([200, null])
  expect(await publish(page)).toEqual([200, null])
})

test.each(['forged', 'old', 'foreign'] as const)('an event that is %s changes nothing', async mode => {
  const { page } = await noticeWith('fine')
  await runJobs()
  const [answer] = await push(mode)
  expect(answer?.status).toBe(mode === 'foreign' ? 200 : 403)
  expect((await shown(page, 'head')).picture).toMatchObject({ state: 'waiting' })
})

test('WeChat refuses: a person looks at once; it does not answer: it is asked again, and after half an hour a person may look', async () => {
  const refused = await noticeWith('fine')
  server.wechat.behave('blocked', 'media')
  expect(await runJobs()).toBe(1)
  expect(await publish(refused.page)).toEqual([422, 'picture-unclear'])

  const { page } = await noticeWith('fine')
  for (const mode of ['down', 'busy', 'lying', 'broken', 'empty'] as const) {
    server.wechat.behave(mode, 'media')
    expect([mode, await runJobs()]).toEqual([mode, 0])
    now += 3_600_000 / 30
  }
  expect(await server.db.of(Jobs).findOne({ state: 'waiting', kind: 'check-picture' }).lean()).toMatchObject({
    lastError: 'wechat-unavailable',
  })
  now += 1_800_000
  expect(await publish(page)).toEqual([422, 'picture-unclear'])
})

test('WeChat’s check of the address gets its echo, signed alone; every field that is read is a documented one', async () => {
  const { url } = server
  expect((await fetch(`${url}/wechat/events?echostr=17&signature=x&timestamp=1&nonce=2`)).status).toBe(403)
  const given = { timestamp: String(Math.floor(now / 1000)), nonce: '314159' }
  const query = new URLSearchParams({ signature: signPush(TOKEN, given), ...given, echostr: '8517' })
  expect([...query.keys()].slice(0, 3).sort()).toEqual([...DOCUMENTED_EVENTS.mediaCheck.query].sort())
  const echo = await fetch(`${url}/wechat/events?${String(query)}`)
  expect([echo.status, await echo.text()]).toEqual([200, '8517'])
  const other = await fetch(`${url}/wechat/events?${String(query)}`, { method: 'POST', body: 'no json' })
  expect([other.status, await other.text()]).toEqual([200, 'success'])
})

test('without a message token nothing is checked and no event is taken', async () => {
  const { messageToken } = server.services.config.wechat
  server.services.config.wechat.messageToken = undefined
  try {
    const { page } = await noticeWith('risky')
    expect((await shown(page, 'head')).picture).toBeUndefined()
    expect(await publish(page)).toEqual([200, null])
    expect((await fetch(`${server.url}/wechat/events`)).status).toBe(404)
  } finally {
    server.services.config.wechat.messageToken = messageToken
  }
})
