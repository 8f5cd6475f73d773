import sharp from 'sharp'
import type { NoticeChannels } from '@shared/contract/reading/channelProof'
import type { NoticePage } from '@shared/contract/reading/site'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { ask, errorOf, openWorld, server, story } from '../../support/api/workDesk'
import { type Person, ITEMS, financeContent } from '../../support/api/world'
import { photo } from '../../support/files/pictures'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'
import { ChannelProofs } from '@server/reading/channels/models/channelProofs'

openWorld('channelproofs')

const BOARD = '社区/企事业单位/村公示栏(电子屏)'
const ITEM = 'itm_channels000001'
const ON = '2026-11-20'

beforeAll(async () => {
  await server.db.of(CatalogueItems).create([
    {
      ...ITEMS.finance,
      _id: ITEM,
      key: 'key-channels',
      path: ['村级财务', '多渠道收支'],
      order: 9,
      channels: [
        { name: '政府网站', ticked: true },
        { name: '政府公报', ticked: false },
        { name: BOARD, ticked: true },
        { name: '广播电视', ticked: true },
        { name: '入户/现场', ticked: null },
      ],
    },
  ])
})

async function published(): Promise<WorkNoticePage> {
  const draft = await story.create('editor', { itemId: ITEM })
  return story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
}

const record = (page: WorkNoticePage, body: object, person: Person = 'editor') =>
  ask<NoticeChannels>(person, 'POST', `/notices/${page.notice.id}/proofs`, { edition: 1, on: ON, ...body })

const shown = async (id: string) => (await server.ask<NoticePage>('GET', `/notices/${id}`)).body.channels
const said = async (id: string) =>
  (await shown(id)).map(({ name, proofs }) => [name, proofs.map(({ text, file }) => text ?? file?.name)])
const codes = (body: unknown) => errorOf(body).details.map(({ code, field }) => [code, field])

const picture = async () =>
  story.attach('editor', {
    name: '公开栏.jpg',
    text: new Uint8Array(await photo()),
    fields: { reason: '只拍了公开栏，没有人像' },
  })
const fetchFile = (sha256: string) => fetch(`${server.url}/api/v1/files/${sha256}`)

test('the plan comes from the ticks of the catalogue; without any proof nothing is held against the village', async () => {
  const { notice } = await published()
  const channels = await shown(notice.id)
  expect(channels.map(({ name, kind, unclear }) => [name, kind, unclear])).toEqual([
    ['政府网站', 'page', false],
    [BOARD, 'board', false],
    ['广播电视', 'broadcast', false],
    ['入户/现场', 'meeting', true],
  ])
  expect(channels.flatMap(({ proofs }) => proofs)).toEqual([])
})

test('a photo, a broadcast and minutes stand on the notice; the body speaks, no person', async () => {
  const page = await published()
  const { sha256 } = await picture()
  expect((await record(page, { channel: BOARD, sha256 })).status).toBe(200)
  await record(page, { channel: '广播电视', text: '早晚各播一次' })
  const { body } = await record(page, { channel: '入户/现场', text: '村民代表会，32 人参加' })
  expect(body.channels).toEqual(await shown(page.notice.id))
  expect(await said(page.notice.id)).toEqual([
    ['政府网站', []],
    [BOARD, ['公开栏.jpg']],
    ['广播电视', ['早晚各播一次']],
    ['入户/现场', ['村民代表会，32 人参加']],
  ])
  expect(body.channels[1]!.proofs[0]).toMatchObject({ on: ON, body: '东一村', file: { picture: true } })
  expect(JSON.stringify(body)).not.toContain('人物')
})

test('the photo is public with its notice, drawn anew: no place, no device, no name', async () => {
  const page = await published()
  const { sha256 } = await picture()
  expect((await fetchFile(sha256)).status).toBe(404)
  await record(page, { channel: BOARD, sha256 })
  const answer = await fetchFile(sha256)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  const kept = Buffer.from(await answer.arrayBuffer())
  expect((await sharp(kept).metadata()).exif).toBeUndefined()
  expect(kept.includes(Buffer.from('张建国'))).toBe(false)
})

test('removed, it leaves the page and the public file with it; twice is too often', async () => {
  const page = await published()
  const { sha256 } = await picture()
  const { body } = await record(page, { channel: BOARD, sha256 })
  const path = `/notices/${page.notice.id}/proofs/${body.channels[1]!.proofs[0]!.id}/remove`
  const removed = await ask<NoticeChannels>('head', 'POST', path, { reason: '拍到了人脸' })
  expect([removed.status, removed.body.channels[1]!.proofs]).toEqual([200, []])
  expect((await fetchFile(sha256)).status).toBe(404)
  const again = await ask('head', 'POST', path, { reason: '拍到了人脸' })
  expect([again.status, errorOf(again.body).code]).toEqual([404, 'proof-not-found'])
  const other = await published2()
  const strange = path.replace(page.notice.id, other.notice.id)
  expect((await ask('head', 'POST', strange, { reason: '拍到了人脸' })).status).toBe(404)
})

/** Another month of the same item. */
async function published2(): Promise<WorkNoticePage> {
  const draft = await story.create('editor', { itemId: ITEM, content: financeContent('2026-08') })
  return story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
}

test('a correction starts without proofs; one of the former edition comes too late', async () => {
  const page = await published()
  await record(page, { channel: '广播电视', text: '早晚各播一次' })
  const begun = await story.step('editor', page, 'correct', { reason: '余额写错，按台账更正' })
  const edited = await story.edit('editor', begun, financeContent('2026-10', 20_000))
  const second = await story.publish('head', await story.agree('supervisor', await story.submit('editor', edited))) // prettier-ignore
  expect((await said(page.notice.id)).flatMap(([, proofs]) => proofs)).toEqual([])
  const late = await record(second, { channel: '广播电视', text: '早晚各播一次' })
  expect([late.status, errorOf(late.body).code]).toEqual([409, 'edition-changed'])
})

test('a withdrawal takes the proofs and their files along', async () => {
  const page = await published()
  const { sha256 } = await picture()
  await record(page, { channel: BOARD, sha256, text: '村口公开栏' })
  await story.step('editor', page, 'withdraw', {
    reason: '误带了证件号码',
    leaked: ['id'],
    persons: 1,
    measures: '已撤下并告知本人',
  })
  expect(await shown(page.notice.id)).toEqual([])
  expect((await fetchFile(sha256)).status).toBe(404)
  expect(JSON.stringify(await server.db.of(ChannelProofs).find({}).lean())).not.toContain('村口')
})

describe('refusals, all at once', () => {
  test.each<[what: string, body: object, expected: string[][]]>([
    ['no photo of the board', { channel: BOARD, text: '贴了' }, [['proof-photo-missing', 'sha256']]],
    ['no words of the broadcast', { channel: '广播电视' }, [['proof-words-missing', 'text']]],
    ['nothing at all', { channel: '入户/现场' }, [['proof-empty', 'text']]],
    ['the page itself', { channel: '政府网站', text: '已发' }, [['proof-needless', 'channel']]],
    [
      'a channel that is not ticked',
      { channel: '政府公报', text: '已登' },
      [['channel-unplanned', 'channel']],
    ],
    [
      'a strange file, a day ahead, a person’s number',
      { channel: '入户/现场', sha256: '0'.repeat(64), on: '2030-01-01', text: '找 13812345678 核对' },
      [
        ['file-not-uploaded', 'sha256'],
        ['proof-day-ahead', 'on'],
        ['privacy-mobile', 'text'],
      ],
    ],
  ])('%s', async (_what, body, expected) => {
    const answer = await record(await published(), body)
    expect([answer.status, codes(answer.body)]).toEqual([422, expected])
  })

  test('a file that is no picture is no photo', async () => {
    const { sha256 } = await story.attach('editor', { name: '说明.txt', text: '贴好了' })
    const answer = await record(await published(), { channel: BOARD, sha256 })
    expect([answer.status, codes(answer.body)]).toEqual([422, [['proof-photo-missing', 'sha256']]])
  })

  test('nothing can be shown of what is not public', async () => {
    const draft = await story.create('editor', { itemId: ITEM })
    const answer = await record(draft, { channel: '广播电视', text: '早晚各播一次' })
    expect([answer.status, errorOf(answer.body).code]).toEqual([409, 'edition-changed'])
  })
})
