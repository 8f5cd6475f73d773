import { existsSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import type { ErrorBody } from '@shared/contract/common'
import type { UploadedFile } from '@shared/contract/disclosure/files'
import type { MaskPreview } from '@shared/contract/disclosure/privacy'
import { NO_MODELS, openModels } from '@server/platform/worker/models'
import { openPictures, PictureProcess } from '@server/platform/worker/ocr/pictures'
import { drawn } from '../../../support/files/pictures'
import { knowing, modelPrograms, saysText } from '../../../support/files/models'
import { startTestServer, type TestServer } from '../../../support/api/testServer'
import { buildWorld, financeContent, ITEMS, tokenOf } from '../../../support/api/world'

/** Pictures and names in the publication gate: read by models where they answer, looked at by a person where not. */

let server: TestServer
const programs = modelPrograms()

beforeAll(async () => {
  server = await startTestServer('models')
  await buildWorld(server.db)
})
afterEach(async () => {
  await server.services.models.close()
  server.services.models = NO_MODELS
})
afterAll(async () => {
  programs.remove()
  await server.close()
})

let shade = 0
/** A white picture of 200 × 100 pixels; no two are the same. */
const picture = () =>
  sharp({ create: { width: 200, height: 100, channels: 3, background: { r: 255, g: 255, b: 200 + (shade += 1) } } }).png().toBuffer() // prettier-ignore
const send = async (bytes: Buffer, fields: Record<string, string> = {}) => {
  const { status, body } = await server.ask<UploadedFile & ErrorBody>('POST', '/orgs/V1/files', {
    token: tokenOf(server, 'editor'),
    file: { name: '现场.png', text: new Uint8Array(bytes), fields },
  })
  const details = body.error?.details ?? []
  return {
    status,
    code: body.error?.code,
    details,
    told: details.map(({ message }) => message).join('\n'),
    body,
  }
}

const REASON = { reason: '施工现场照片，没有人像' }
const MOBILE = '13892217765'

test('without models the second look is asked for, with one sentence; a reason still stores the picture', async () => {
  const bytes = await picture()
  const refused = await send(bytes)
  expect(refused.code).toBe('file-needs-reason')
  expect(refused.told).toContain('图片：里面的字没有由程序检查，可能有个人信息，请人看清楚再公开。')
  expect((await send(bytes, REASON)).status).toBe(201)
})

test('a number in a picture blocks with its place, whatever the reason; painted over, the picture is stored', async () => {
  const painted = `bytes.length > 0 && require('sharp')(bytes).raw().toBuffer().then(raw => raw[3 * (15 * 200 + 100)] > 128 ? ${saysText(`电话${MOBILE}`)} : ${saysText('修路工程款')})`
  server.services.models = programs.reading(painted.replace("require('sharp')", `require(${JSON.stringify(require.resolve('sharp'))})`)) // prettier-ignore
  const bytes = await picture()
  const refused = await send(bytes, REASON)
  expect(refused.code).toBe('file-personal')
  expect(refused.told).toContain('手机号，建议写成“138****7765”或删去')
  expect(refused.told).not.toContain(MOBILE)
  const { area } = refused.details.find(({ code }) => code === 'privacy-mobile')!
  expect(area).toEqual({ left: expect.any(Number), top: 1000, width: expect.any(Number), height: 2000 })
  const cover = [area!.left, area!.top, area!.width, area!.height].join(',')
  const stored = await send(bytes, { ...REASON, cover })
  expect(stored.status).toBe(201)
  const kept = await fetch(`${server.url}/api/v1/orgs/V1/files/${stored.body.attachment.sha256}`, {
    headers: { Authorization: `Bearer ${tokenOf(server, 'editor')}` },
  })
  const { data } = await sharp(Buffer.from(await kept.arrayBuffer())).raw().toBuffer({ resolveWithObject: true }) // prettier-ignore
  const at = (x: number, y: number) => data[3 * (y * 200 + x)]
  expect([at(100, 20), at(100, 60)]).toEqual([0, 255])
  expect((await send(bytes, { cover: 'all' })).status).toBe(400)
})

test('a name that the model finds in a picture is told, and a reason releases it', async () => {
  server.services.models = programs.reading(saysText('那只羊羔归折银花所有'), knowing('折银花'))
  const bytes = await picture()
  const refused = await send(bytes)
  expect(refused.code).toBe('file-needs-reason')
  expect(refused.details.map(({ code, area }) => [code, area !== undefined])).toContainEqual(['privacy-person-name', true]) // prettier-ignore
  expect((await send(bytes, REASON)).status).toBe(201)
})

test.each([
  ['dies', 'process.exit(1)'],
  ['hangs', 'for (;;) {}'],
  ['talks nonsense', "process.send({ id, page: { width: 'wide', boxes: 7 } })"],
  ['answers something else', `process.send({ id: id + 1, page: null })`],
])(
  'a reader that %s: said, a person looks, nothing is lost; the server is ready all along',
  async (_what, onMessage) => {
    server.services.models = programs.reading(onMessage, null, 3000)
    const bytes = await picture()
    const reading = send(bytes)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    const refused = await reading
    expect(refused.code).toBe('file-needs-reason')
    expect(refused.told).toContain('有 1 张里的字没有读出来，可能有个人信息，请人看清楚再公开')
    expect((await send(bytes, REASON)).status).toBe(201)
    expect(await (await fetch(`${server.url}/metrics`)).text()).toMatch(
      /^mingbai_model_pictures_failed [1-9]/m,
    )
  },
)

const preview = async () => {
  const content = financeContent()
  content.blocks.push({ type: 'text', label: '说明', text: '那只羊羔归折银花所有，不归张庄。' })
  const { body } = await server.ask<MaskPreview>('POST', '/work/mask-preview', {
    token: tokenOf(server, 'editor'),
    body: { orgCode: 'V1', itemId: ITEMS.finance._id, content, releases: [] },
  })
  return body
}

test('names in a notice: by the model where it answers, by rules and said where not', async () => {
  expect(await preview()).toMatchObject({ findings: [], namesByRules: true })
  server.services.models = programs.reading('', knowing('折银花'))
  const { findings, namesByRules, masked } = await preview()
  expect(findings.map(({ code, severity, releasable }) => [code, severity, releasable])).toEqual([['privacy-person-name', 'review', true]]) // prettier-ignore
  expect(namesByRules).toBe(false)
  expect(JSON.stringify(masked)).not.toContain('折银花')
  server.services.models = programs.reading('', () => Promise.resolve(null))
  expect(await preview()).toMatchObject({ findings: [], namesByRules: true })
})

const PROGRAM = path.resolve(__dirname, '../../../../dist/server/ocr.js')
const withModel = existsSync(PROGRAM) && !('missing' in openPictures({ program: PROGRAM })) ? test : test.skip

withModel(
  'the real reader finds the number on a page that is upside down, and the place of it',
  async () => {
    server.services.models = openModels({
      names: () => Promise.resolve({ missing: '' }),
      pictures: () => new PictureProcess({ program: PROGRAM }),
      meaning: () => Promise.resolve({ missing: '' }),
    })
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="500" font-family="Noto Sans CJK SC" font-size="36"><rect width="100%" height="100%" fill="#fff"/><text x="40" y="90">柳巷村村民委员会公告</text><text x="40" y="180">联系人电话 ${MOBILE}，请在月底前领取。</text><text x="40" y="270">本期发放补贴共计三千二百元。</text></svg>`
    const bytes = await drawn(svg, 180)
    const refused = await send(bytes, REASON)
    expect(refused.code).toBe('file-personal')
    const { area } = refused.details.find(({ code }) => code === 'privacy-mobile')!
    // The number is at 235 to 480 of 900 from the right, 150 to 185 of 500 from below.
    expect(area!.left).toBeLessThan(4800)
    expect(area!.left + area!.width).toBeGreaterThan(7200)
    expect(area!.top).toBeGreaterThan(5700)
    expect(area!.top + area!.height).toBeLessThan(7500)
    const cover = [area!.left, area!.top, area!.width, area!.height].join(',')
    expect((await send(bytes, { ...REASON, cover })).status).toBe(201)
  },
  120_000,
)
