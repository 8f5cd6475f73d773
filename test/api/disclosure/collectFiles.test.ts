import { inTransaction } from '@server/platform/store/transaction'
import { JOB_HANDLERS } from '@server/compose'
import { addJob, createJobRunner } from '../../../server/platform/jobs/runner'
import { dailyCollection } from '../../../server/disclosure/files/jobs/collectFiles'
import type { UploadedFile } from '@shared/contract/disclosure/files'
import type { ErrorBody } from '@shared/contract/common'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { Jobs } from '@server/platform/jobs/jobs'
import { FileChunks, FileContents, Files } from '@server/disclosure/files/models/files'
import { FilePictures } from '@server/disclosure/files/models/filePictures'
import { type TestServer, startTestServer, TEST_NOW } from '../../support/api/testServer'
import { buildWorld, clearNotices, financeContent, storyOf, tokenOf } from '../../support/api/world'
import { large } from '../../support/files/pictures'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer('collect')
  await buildWorld(server.db)
})
beforeEach(async () => {
  await clearNotices(server.db)
  for (const name of ['fileContents', 'channelProofs', 'jobs']) {
    await server.db.connection.collection(name).deleteMany({})
  }
})
afterAll(() => server.close())

const story = () => storyOf(server)
const text = (name: string) => story().attach('editor', { name: `${name}.txt`, text: `${name}的说明` })

/** Does the work of the day that many days after the uploads. */
async function afterDays(days: number): Promise<void> {
  const clock = { now: () => new Date(Date.parse(TEST_NOW) + days * 86_400_000) }
  const services = { ...server.services, clock }
  await inTransaction(services, tx => addJob(tx, dailyCollection(tx.now)))
  const handlers = { 'collect-files': JOB_HANDLERS['collect-files']! }
  await createJobRunner({ services, handlers }).runDue()
}

const namesLeft = async () =>
  (await server.db.of(Files).find({}).lean()).map(({ orgCode, name }) => `${orgCode} ${name}`).sort()
const contentLeft = async () =>
  [
    await server.db.of(FileChunks).distinct('sha256'),
    await server.db.of(FilePictures).distinct('sha256'),
    await server.db.of(FileContents).distinct('_id'),
  ].map(found => found.length)

test('after seven days an upload goes that no draft, edition, case or proof refers to, with its content', async () => {
  const [draft, former, paper, shown] = [
    await text('草稿'),
    await text('旧稿'),
    await text('凭证'),
    await text('佐证'),
  ]
  await text('没用')
  const picture = async (name: string, width: number) =>
    story().attach('editor', {
      name,
      text: new Uint8Array(await large(width, 1_200)),
      fields: { reason: '收据上没有个人信息' },
    })
  const [voucher, lost] = [await picture('收据.jpg', 1_700), await picture('多余.jpg', 1_800)]
  const content = financeContent()
  const [money] = content.blocks.filter(block => block.type === 'money')
  money!.lines[0]!.images = [voucher]
  content.blocks.push({ type: 'attachments', label: '附件', files: [former] })
  const page = await story().create('editor', { content })
  content.blocks[content.blocks.length - 1] = { type: 'attachments', label: '附件', files: [draft] }
  await story().edit('editor', page, content)
  const raw = (name: string) => server.db.connection.collection(name)
  await raw('powerCases').insertOne({
    state: { visits: [{ finished: null }, { finished: { files: [paper] } }] },
  })
  await raw('channelProofs').insertOne({ file: { sha256: shown.sha256 } })

  await afterDays(6)
  expect(await namesLeft()).toHaveLength(7)
  await afterDays(8)
  expect(await namesLeft()).toEqual(
    ['凭证.txt', '佐证.txt', '收据.jpg', '旧稿.txt', '草稿.txt'].map(name => `V1 ${name}`).sort(),
  )
  expect((await contentLeft())[0]).toBe(5)
  expect(await server.db.of(FilePictures).countDocuments({ sha256: lost.sha256 })).toBe(0)
  expect(await server.db.of(FilePictures).countDocuments({ sha256: voucher.sha256 })).toBeGreaterThan(0)
  const entry = await server.db
    .of(AuditEntries)
    .findOne({ action: 'file.collect', 'detail.sha256': lost.sha256 })
    .lean()
  expect(entry).toMatchObject({ orgCode: 'V1', actorId: 'system', detail: { bytes: lost.bytes } })
  const { status } = await server.ask('GET', `/orgs/V1/files/${lost.sha256}`, {
    token: tokenOf(server, 'editor'),
  })
  expect(status).toBe(404)
})

test('a content that two organisations stored goes with the last of them, and may be stored again', async () => {
  const file = { name: '共用.txt', text: '两家都传了' }
  const { sha256 } = await story().attach('editor', file)
  await story().attach('clerk', file, 'ST1')
  await afterDays(8)
  expect([await namesLeft(), await contentLeft()]).toEqual([[], [0, 0, 0]])
  await story().attach('editor', file)
  expect(await server.db.of(FileChunks).countDocuments({ sha256 })).toBe(1)
})

test('120 uploads go in three jobs, each in a transaction of its own', async () => {
  const sha256 = 'e'.repeat(64)
  const rows = Array.from({ length: 120 }, (_, n) => ({
    _id: `fil_${String(n).padStart(3, '0')}`,
    orgCode: `V${n}`,
    sha256,
    name: '同一个.txt',
    mime: 'text/plain',
    bytes: 1,
    release: null,
    storedBy: 'usr_x',
    storedAt: new Date(TEST_NOW),
  }))
  await server.db.of(Files).collection.insertMany(rows as never[])
  await afterDays(8)
  expect(await namesLeft()).toEqual([])
  const jobs = await server.db.of(Jobs).find({ kind: 'collect-files' }).lean()
  expect(jobs.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
})

test('an organisation’s files stay within its quota; the same file again and another organisation’s are taken', async () => {
  const { config } = server.services
  const before = config.quotaMegabytes
  config.quotaMegabytes = 1
  const send = (name: string, org = 'V1') =>
    server.ask<UploadedFile & ErrorBody>('POST', `/orgs/${org}/files`, {
      token: tokenOf(server, org === 'V1' ? 'editor' : 'clerk'),
      file: { name: `${name}.txt`, text: name.repeat(220_000) },
    })
  expect((await send('甲')).status).toBe(201)
  const refused = await send('乙')
  expect([refused.status, refused.body.error.code]).toEqual([422, 'file-quota'])
  expect(refused.body.error.message).toBe(
    '本单位的附件最多共 1 MB，已经用了 0.6 MB，放不下这个 0.6 MB 的文件。没有用到的附件 7 天后自动清理；还不够，请找系统管理员加大。',
  )
  expect((await send('甲')).status).toBe(201)
  expect((await send('乙', 'ST1')).status).toBe(201)
  config.quotaMegabytes = 0
  expect((await send('乙')).status).toBe(201)
  config.quotaMegabytes = before
  const metrics = await (await fetch(`${server.url}/metrics`)).text()
  expect(metrics).toContain(`mingbai_file_bytes ${3 * 660_000}`)
})
