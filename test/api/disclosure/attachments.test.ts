import { createHash } from 'node:crypto'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { readExif } from '../../../server/documents/privacy/pictures/exif'
import type { ErrorBody } from '@shared/contract/common'
import type { UploadedFile } from '@shared/contract/disclosure/files'
import type { Attachment } from '@shared/contract/disclosure/notice'
import type { NoticePage } from '@shared/contract/reading/site'
import sharp from 'sharp'
import type { z } from 'zod'
import { heic, large, noise, photo } from '../../support/files/pictures'
import { makeDocx, makePdf, makeXlsx, paragraph } from '../../support/privacy/files'
import { wordsInStore } from '../../support/privacy/store'
import { type Answer, type Asking, type TestServer, startTestServer } from '../../support/api/testServer'
import {
  ITEMS,
  type Person,
  buildWorld,
  clearNotices,
  financeContent,
  storyOf,
  tokenOf,
} from '../../support/api/world'
import { Files, FileChunks } from '@server/disclosure/files/models/files'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { IdempotencyKeys } from '@server/platform/idempotency/idempotencyKeys'
import { Publications } from '@server/disclosure/publications/models/publications'

type Named = z.infer<typeof Attachment>

let server: TestServer

beforeAll(async () => {
  server = await startTestServer('attachments')
  await buildWorld(server.db)
})
beforeEach(() => clearNotices(server.db))
afterAll(() => server.close())

const send = (name: string, text: string | Buffer, fields: Record<string, string> = {}, more: Asking = {}) =>
  server.ask<UploadedFile & ErrorBody>('POST', '/orgs/V1/files', {
    token: tokenOf(server, 'editor'),
    file: { name, text: typeof text === 'string' ? text : new Uint8Array(text), fields },
    ...more,
  })
const codeOf = ({ status, body }: Answer<ErrorBody>) => `${status} ${body.error?.code}`
const download = async (path: string, person?: Person) => {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    headers: person ? { Authorization: `Bearer ${tokenOf(server, person)}` } : {},
  })
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  }
}
const withFile = (file: Named) => {
  const content = financeContent()
  content.blocks.push({ type: 'attachments', label: '附件', files: [file] })
  return content
}
const stored = async () => [await server.db.of(Files).countDocuments({}), await server.db.of(FileChunks).countDocuments({})] // prettier-ignore

describe('the gate', () => {
  test('a sheet with personal data in hidden places: every finding in Chinese, nothing open, nothing stored', async () => {
    const bytes = await makeXlsx(book => {
      const sheet = book.addWorksheet('张建国名单')
      sheet.addRow(['姓名', '身份证号', '金额'])
      sheet.addRow(['李秀英', '11010519491231002X', 300])
      sheet.getRow(2).hidden = true
      sheet.getCell('C2').note = '联系13912345678'
      book.definedNames.add("'张建国名单'!$A$1", '王小明_13512345678')
    })
    const answer = await send('发放表.xlsx', bytes)
    expect(codeOf(answer)).toBe('422 file-personal')
    const told = answer.body.error.details.map(({ code, message }) => `${code} ${message}`)
    expect(told).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^privacy-resident-id .*单元格 B2（隐藏行）：身份证号，建议写成“1101\*+002X”或删去。$/,
        ),
        expect.stringMatching(/^privacy-mobile .*（批注）：手机号/),
      ]),
    )
    expect(answer.text).not.toMatch(/建国|秀英|小明|11010519491231002X|1391234|1351234/)
    expect(await stored()).toEqual([0, 0])
    expect(await wordsInStore(server.db)).not.toMatch(/11010519491231002X|13912345678/)
  })

  test.each([
    ['docx', async () => makeDocx(paragraph('户主身份证11010519491231002X'))],
    ['pdf', async () => makePdf([['6217000012345678907']])],
    ['csv', async () => '姓名,卡号\n王*,6217000012345678907'],
    ['txt', async () => '联系电话 13812345678'],
  ])('%s', async (extension, make) => {
    expect(codeOf(await send(`公示.${extension}`, await make()))).toBe('422 file-personal')
    expect(await stored()).toEqual([0, 0])
  })

  test('what a person has to look at needs a reason that says something, and nothing personal', async () => {
    const bytes = await photo()
    const refused = await send('施工现场.jpg', bytes)
    expect(codeOf(refused)).toBe('422 file-needs-reason')
    expect(refused.body.error.details[0]?.message).toContain('可能有人像')
    expect(codeOf(await send('施工现场.jpg', bytes, { reason: '好' }))).toBe('422 file-reason-invalid')
    expect(codeOf(await send('施工现场.jpg', bytes, { reason: '问13812345678' }))).toBe(
      '422 file-reason-invalid',
    )
    expect(await stored()).toEqual([0, 0])
    const taken = await send('施工现场.jpg', bytes, { reason: '道路施工现场，没有人像' })
    expect(taken.status).toBe(201)
    expect(await server.db.of(Files).findOne({}).lean()).toMatchObject({
      release: { reason: '道路施工现场，没有人像', codes: ['privacy-file-metadata'] },
    })
    const [entry] = await server.db.of(AuditEntries).find({ action: 'file.store' }).lean()
    expect(entry).toMatchObject({ orgCode: 'V1', detail: { released: 'privacy-file-metadata' } })
  })

  test('no reason lifts an ID number; a personal file name is refused too', async () => {
    const reason = '已经核对，可以公开'
    expect(codeOf(await send('公示.txt', '身份证11010519491231002X', { reason }))).toBe('422 file-personal')
    expect(codeOf(await send('李秀英13812345678.txt', '村规民约', { reason }))).toBe('422 file-personal')
  })

  test.each(['jpeg', 'png', 'webp'] as const)(
    'a %s is drawn anew: no place, no name, no tail',
    async kind => {
      const name = `现场.${kind === 'jpeg' ? 'jpg' : kind}`
      const tail = Buffer.from('PK\u0003\u0004<script>13812345678</script>')
      const original = Buffer.concat([await photo(kind), tail])
      expect(readExif(original)?.gps).not.toBeNull()
      const { body } = await send(name, original, { reason: '道路施工现场，没有人像' })
      const { bytes } = await download(`/orgs/V1/files/${body.attachment.sha256}`, 'editor')
      expect(readExif(bytes)).toBeNull()
      expect(bytes.toString('latin1')).not.toMatch(/script|1381234|PK\u0003/)
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(body.attachment.sha256)
    },
  )

  test('office properties that name people are gone', async () => {
    const bytes = await makeXlsx(book => {
      book.creator = '李建国'
      book.lastModifiedBy = '王秀英'
      book.company = '大石头村'
      book.addWorksheet('收支').addRow(['收入', 100])
    })
    const { body } = await send('收支.xlsx', bytes)
    const kept = unzipSync((await download(`/orgs/V1/files/${body.attachment.sha256}`, 'editor')).bytes)
    expect(Object.keys(kept)).toContain('xl/workbook.xml')
    const properties = Object.entries(kept).filter(([name]) => name.startsWith('docProps/'))
    expect(Buffer.concat(properties.map(([, part]) => part)).toString()).not.toMatch(/建国|秀英|大石头/)
  })
})

describe('what is no such file', () => {
  const sound = () => makeXlsx(book => void book.addWorksheet('收支').addRow(['收入', 100]))
  const bomb = () =>
    Buffer.from(
      zipSync({ 'xl/workbook.xml': strToU8('<workbook><sheets/></workbook>'), 'xl/a.xml': new Uint8Array(30_000_000) }), // prettier-ignore
    )

  test.each<[string, string, () => Buffer | string | Promise<Buffer>, string]>([
    ['a path', '../../etc/公示.xlsx', sound, '400 file-name-invalid'],
    ['a Windows path', 'C:\\temp\\公示.xlsx', sound, '400 file-name-invalid'],
    ['two extensions', '公示.php.xlsx', sound, '400 file-name-invalid'],
    ['a program behind a table', '公示.xlsx.exe', sound, '400 file-name-invalid'],
    ['a right-to-left name', '公示\u202exslx.pdf', sound, '400 file-name-invalid'],
    ['a program', '公示.exe', sound, '422 file-kind-unsupported'],
    ['a page', '公示.html', () => '<html></html>', '422 file-kind-unsupported'],
    ['a sheet called a document', '公示.docx', sound, '422 file-kind-mismatch'],
    ['a picture called a PDF', '公示.pdf', () => photo(), '422 file-kind-mismatch'],
    ['a page called a text', '公示.txt', () => '<html><script>alert(1)</script>', '422 file-kind-mismatch'],
    ['a vector picture with a script', '公示.png', () => '<svg onload="x()"/>', '422 file-kind-mismatch'],
    ['a zip behind a PDF', '公示.pdf', async () => Buffer.concat([await makePdf([['ok']]), await sound()]), '422 file-kind-mismatch'], // prettier-ignore
    ['something before a zip', '公示.xlsx', async () => Buffer.concat([Buffer.from('MZ'), await sound()]), '422 file-kind-mismatch'], // prettier-ignore
    ['something behind a zip', '公示.xlsx', async () => Buffer.concat([await sound(), Buffer.from('tail')]), '422 file-kind-mismatch'], // prettier-ignore
    ['a zip bomb', '公示.xlsx', bomb, '422 file-unreadable'],
    ['a formula cell', '公示.csv', () => '项目,金额\n"=cmd|\'/c calc\'!A1",100', '422 file-active'],
    ['a script in a PDF', '公示.pdf', () => '%PDF-1.4\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>\n%%EOF', '422 file-active'], // prettier-ignore
    ['macros', '公示.xlsx', () => Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/vbaProject.bin': strToU8('x') })), '422 file-active'], // prettier-ignore
    ['a broken picture', '公示.jpg', async () => (await photo()).subarray(0, 300), '422 file-unreadable'],
    ['nothing', '公示.txt', () => '', '422 file-unreadable'],
  ])('%s', async (_what, name, make, expected) => {
    const made = await make()
    const answer = await send(name, made, { reason: '已经核对，可以公开' })
    expect(codeOf(answer)).toBe(expected)
    expect(await stored()).toEqual([0, 0])
    expect(await server.db.of(IdempotencyKeys).countDocuments({})).toBe(0)
  })

  test('the name that the phone gives beside the file is looked at as well', async () => {
    expect(codeOf(await send('tmp_1.txt', '村规', { name: '../村规.txt' }))).toBe('400 file-name-invalid')
    const { body } = await send('tmp_1.txt', '村规', { name: '村规民约.txt' })
    expect(body.attachment.name).toBe('村规民约.txt')
  })

  test('more text than can be checked', async () => {
    const words = '第一组道路养护完成。\n'.repeat(80_000)
    expect(codeOf(await send('底稿.txt', words))).toBe('422 file-unreadable')
  })

  test('11 MB', async () => {
    expect(codeOf(await send('公示.txt', Buffer.alloc(11 * 1024 * 1024, 0x61)))).toBe('413 file-too-large')
  })

  test('negative figures and dates with dots are no formulas and no extensions', async () => {
    const answer = await send('收支2026.10.csv', '项目,金额\n结余,-100.50\n增长,+3%')
    expect([answer.status, answer.text]).toEqual([201, expect.anything()])
  })
})

describe('pictures', () => {
  const reason = '道路施工现场，没有人像'
  const told = async (name: string, bytes: Buffer) => {
    const answer = await send(name, bytes, { reason })
    expect(await stored()).toEqual([0, 0])
    return `${answer.status} ${answer.body.error.message}`
  }

  test('are shown small in lists and large enough to read, once they are public', async () => {
    const story = storyOf(server)
    const file = await story.attach('editor', { name: '凭证.png', text: new Uint8Array(await noise()), fields: { reason } }) // prettier-ignore
    const path = (size: string) => `/files/${file.sha256}/pictures/${size}`
    const draft = await story.create('editor', { content: withFile(file) })
    expect((await download(path('list'))).status).toBe(404)
    await story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
    for (const [size, side, most] of [
      ['list', 320, 30_000],
      ['reading', 1_200, 200_000],
    ] as const) {
      // prettier-ignore
      const { status, headers, bytes } = await download(path(size))
      expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
        200,
        'image/jpeg',
        'private, max-age=31536000, immutable',
      ])
      expect(bytes.length).toBeLessThanOrEqual(most)
      const { width = 0, format } = await sharp(bytes).metadata()
      expect([format, width > side / 3, width <= side]).toEqual(['jpeg', true, true])
    }
    expect((await download(path('huge'))).status).toBe(400)
  })

  test('small as they are, are shown as they are; what is no picture is not shown as one', async () => {
    const story = storyOf(server)
    const small = await story.attach('editor', { name: '现场.jpg', text: new Uint8Array(await photo()), fields: { reason } }) // prettier-ignore
    const words = await story.attach('editor', { name: '村规.txt', text: '村规民约' })
    const content = withFile(small)
    content.blocks.push({ type: 'attachments', label: '村规', files: [words] })
    const draft = await story.create('editor', { content })
    await story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
    const { bytes } = await download(`/files/${small.sha256}/pictures/reading`)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(small.sha256)
    expect((await download(`/files/${words.sha256}/pictures/list`)).status).toBe(404)
  })

  test('50 million pixels are taken, 62 million refused with both figures', async () => {
    const { status, body } = await send('航拍.jpg', await large(8_660, 5_774), { reason })
    expect([status, body.attachment.bytes < 200_000]).toEqual([201, true])
    await clearNotices(server.db)
    expect(await told('航拍.jpg', await large(8_800, 7_000))).toMatch(
      /^422 图片太大：有 6160 万像素，最多 6000 万像素/,
    )
  })

  test('HEIC, a transfer that broke off and a damaged PDF: refused, and what to do', async () => {
    const iphone = await heic()
    expect(await told('IMG_0001.HEIC', iphone)).toMatch(/^422 .*HEIC.*兼容性最佳/)
    expect(await told('IMG_0001.jpg', iphone)).toMatch(/^422 .*HEIC.*兼容性最佳/)
    const whole = await noise().then(bytes => sharp(bytes).jpeg().toBuffer())
    const half = whole.subarray(0, whole.length / 2)
    expect(await told('现场.jpg', half)).toMatch(/^422 图片读不出来，可能没有传完/)
    const pdf = await makePdf([['村规民约']])
    pdf.fill(0x20, 20, pdf.length - 20)
    expect(await told('村规.pdf', pdf)).toMatch(/^422 文件读不出来，可能已损坏/)
  })
})

describe('in a notice', () => {
  test('a file that was not uploaded, or by another village, or is said to be another: refused', async () => {
    const story = storyOf(server)
    const file = await story.attach('sister-editor', { name: '村规.txt', text: '村规' }, 'V2')
    const ask = (content: object) =>
      server.ask<ErrorBody>('POST', '/notices', {
        token: tokenOf(server, 'editor'),
        body: { orgCode: 'V1', itemId: ITEMS.finance._id, regards: null, content },
      })
    for (const named of [file, { ...file, sha256: '0'.repeat(64) }]) {
      const { status, body } = await ask(withFile(named))
      expect([status, body.error.details.map(({ code }) => code)]).toEqual([422, ['file-not-uploaded']])
    }
    const own = await story.attach('editor', { name: '村规.txt', text: '村规' })
    expect((await ask(withFile({ ...own, bytes: 1 }))).status).toBe(422)
    const draft = await story.create('editor', { content: withFile(own) })
    const edited = await server.ask<ErrorBody>('PUT', `/notices/${draft.notice.id}`, {
      token: tokenOf(server, 'editor'),
      body: { version: draft.notice.version, content: withFile({ ...own, sha256: '1'.repeat(64) }) },
    })
    expect(codeOf(edited)).toBe('422 requirements-unmet')
  })

  test('public while it is published, and not a moment longer', async () => {
    const story = storyOf(server)
    const file = await story.attach('editor', { name: "村规(民约);'a.txt", text: '村规民约' })
    const path = `/files/${file.sha256}`
    const draft = await story.create('editor', { content: withFile(file) })
    expect((await download(path)).status).toBe(404)
    const signed = await story.agree('supervisor', await story.submit('editor', draft))
    expect((await download(path)).status).toBe(404)
    const page = await story.publish('head', signed)

    const { status, headers, bytes } = await download(path)
    expect([status, bytes.toString()]).toEqual([200, '村规民约'])
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="file.txt"; filename*=UTF-8''%E6%9D%91%E8%A7%84%28%E6%B0%91%E7%BA%A6%29%3B%27a.txt`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
      etag: `"${file.sha256}"`,
    })
    const shown = await server.ask<NoticePage>('GET', `/notices/${page.notice.id}`)
    expect(shown.body.presented.blocks).toContainEqual(
      expect.objectContaining({ kind: 'files', files: [expect.objectContaining({ sha256: file.sha256 })] }),
    )

    await server.db.of(Publications).updateOne({ noticeId: page.notice.id }, { live: false })
    expect((await download(path)).status).toBe(404)
  })

  test('bytes that are no longer those of the record are not served', async () => {
    const story = storyOf(server)
    const file = await story.attach('editor', { name: '村规.txt', text: '村规民约二〇二六' })
    const draft = await story.create('editor', { content: withFile(file) })
    await story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
    const chunks = server.db.of(FileChunks).collection
    await chunks.updateOne({ sha256: file.sha256 }, { $set: { content: Buffer.from('村规民约二〇二七') } })
    for (const [path, person] of [
      [`/files/${file.sha256}`],
      [`/orgs/V1/files/${file.sha256}`, 'editor'],
    ] as const) {
      const { status, bytes } = await download(path, person)
      expect([status, JSON.parse(bytes.toString())]).toMatchObject([500, { error: { code: 'file-damaged' } }])
    }
  })

  test('staff see a file before it is public, and that is noted', async () => {
    const file = await storyOf(server).attach('editor', { name: '村规.txt', text: '村规' })
    expect((await download(`/orgs/V1/files/${file.sha256}`, 'supervisor')).bytes.toString()).toBe('村规')
    expect(await server.db.of(AuditEntries).find({ action: 'file.read' }).lean()).toMatchObject([
      {
        orgCode: 'V1',
        actorName: expect.stringContaining('supervisor'),
        outcome: 'read',
        targetId: file.sha256,
      },
    ])
  })

  test('megabytes come back as they were kept; the same content of two villages is kept once', async () => {
    const file = {
      name: '现场.png',
      text: new Uint8Array(await noise()),
      fields: { reason: '道路施工现场，没有人像' },
    }
    const story = storyOf(server)
    const own = await story.attach('editor', file)
    const other = await story.attach('sister-editor', file, 'V2')
    expect(other).toEqual(own)
    expect(own.bytes).toBeGreaterThan(2_000_000)
    expect(await stored()).toEqual([2, Math.ceil(own.bytes / (768 * 1024))])
    const { bytes } = await download(`/orgs/V1/files/${own.sha256}`, 'editor')
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(own.sha256)
  })

  test('of two at once with the same content both succeed, one is kept', async () => {
    const both = await Promise.all([send('村规.txt', '村规民约'), send('村规.txt', '村规民约')])
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    expect(await stored()).toEqual([1, 1])
  })

  test.each(['files', 'lines.images'])(
    'the database finds the publications of %s by an index',
    async place => {
      const plan = await server.db
        .of(Publications)
        .collection.find({ [`content.blocks.${place}.sha256`]: '0'.repeat(64), live: true })
        .explain('queryPlanner')
      expect(JSON.stringify(plan)).toMatch(/IXSCAN/)
    },
  )
})
