import { existsSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import type { ErrorBody } from '@shared/contract/common'
import type { TableImport } from '@shared/contract/disclosure/tableImport'
import { Notices } from '@server/disclosure/notices/models/notices'
import type { PictureBox, ReadPicture } from '@server/documents/privacy/context'
import { NO_MODELS, openModels } from '@server/platform/worker/models'
import { openPictures, PictureProcess } from '@server/platform/worker/ocr/pictures'
import { drawn } from '../../../support/files/pictures'
import { ACCOUNT_LINES, accountSheet } from '../../../support/pictures/account'
import { openWorld, server } from '../../../support/api/workDesk'
import { ITEMS, tokenOf } from '../../../support/api/world'

/** 拍照填表: a photograph of an account becomes rows for a person to check; nothing is stored. */

openWorld('photo')
afterEach(async () => {
  await server.services.models.close()
  server.services.models = NO_MODELS
})

const SIZE = { width: 1_200, height: 600 }
const LEFT = [40, 300, 640, 840, 1_040]
const HEAD = ['日期', '事项', '收入', '支出', '经手人']
const ROWS = [
  ['2026-10-05', '光伏收益', '1,000.00', '', '陈*'],
  ['2026-10-12', '路灯电费', '', '386.50', '陈*'],
]
const UNSURE = '386.50'

const box = (text: string, column: number, row: number): PictureBox => {
  const [x, y] = [LEFT[column]!, 100 + 80 * row]
  const right = x + text.length * 16
  return {
    text,
    score: text === UNSURE ? 0.7 : 0.99,
    quad: [
      [x, y],
      [right, y],
      [right, y + 24],
      [x, y + 24],
    ],
  }
}
const page: ReadPicture = {
  ...SIZE,
  boxes: [HEAD, ...ROWS].flatMap((row, at) =>
    row.flatMap((text, column) => (text === '' ? [] : [box(text, column, at)])),
  ),
  rules: [70, 150, 230, 310],
}

const seeing = (read: ReadPicture | null) => {
  server.services.models = { ...NO_MODELS, pictures: () => () => Promise.resolve(read) }
}
const picture = () =>
  sharp({ create: { ...SIZE, channels: 3, background: '#eee' } })
    .jpeg()
    .toBuffer()
const send = async <T>(taken?: Buffer) => {
  const fields = { org: 'V1', period: '2026-10', table: 'money' }
  return server.ask<T>('POST', `/catalogue-items/${ITEMS.finance._id}/table`, {
    token: tokenOf(server, 'editor'),
    file: { name: '账.jpg', text: new Uint8Array(taken ?? (await picture())), fields },
  })
}

test('each row comes with its piece of the picture, what was read less surely is marked, nothing is stored', async () => {
  seeing(page)
  const before = await server.db.of(Notices).countDocuments()
  const { status, body, text } = await send<TableImport>()
  expect([status, text.slice(0, 300)]).toEqual([200, expect.any(String)])
  expect(body.rows.map(({ values }) => [values.item, values.direction, values.amountFen])).toEqual([
    ['光伏收益', 'income', '1,000.00'],
    ['路灯电费', 'expense', '386.50'],
  ])
  const unsure = body.photo!.map(({ cells }) => cells.filter(({ sure }) => !sure).map(({ label }) => label))
  expect(unsure).toEqual([[], ['金额（元）']])
  const sizes = await Promise.all(
    body.photo!.map(({ piece }) => sharp(Buffer.from(piece, 'base64')).metadata()),
  )
  for (const { format, width, height } of sizes) {
    expect(format).toBe('jpeg')
    expect([width! > 300, height! < 60]).toEqual([true, true])
  }
  expect(await server.db.of(Notices).countDocuments()).toBe(before)
})

test('without the model, and for a picture that is no table, a sentence says what to do', async () => {
  const without = await send<ErrorBody>()
  expect([without.status, without.body.error.code]).toEqual([422, 'table-unreadable'])
  expect(without.body.error.details[0]?.message).toContain('没有装上认照片的组件')
  seeing(null)
  const unread = await send<ErrorBody>()
  expect([unread.status, unread.body.error.details[0]?.message]).toEqual([
    422,
    expect.stringContaining('把整张表拍正'),
  ])
})

const PROGRAM = path.resolve(__dirname, '../../../../dist/server/ocr.js')
const withReader =
  existsSync(PROGRAM) && !('missing' in openPictures({ program: PROGRAM })) ? test : test.skip

withReader.each([0, 2, 180])(
  'the real reader gives each row of a photograph turned by %s°, or marks what it is not sure of',
  async turned => {
    server.services.models = openModels({
      names: () => Promise.resolve({ missing: '' }),
      pictures: () => new PictureProcess({ program: PROGRAM }),
      meaning: () => Promise.resolve({ missing: '' }),
    })
    const { status, body } = await send<TableImport>(await drawn(accountSheet(), turned))
    expect([status, body.rows?.length, body.photo?.length]).toEqual([
      200,
      ACCOUNT_LINES.length,
      ACCOUNT_LINES.length,
    ])
    body.photo!.forEach(({ cells }, at) => {
      const [, item, income, expense] = ACCOUNT_LINES[at]!
      const wanted: Record<string, string> = { item, amountFen: income + expense }
      const wrong = cells.filter(({ field, text, sure }) => sure && wanted[field] !== undefined && wanted[field] !== text) // prettier-ignore
      expect(wrong).toEqual([])
    })
    expect(body.rows.map(({ values }) => values.amountFen)).toEqual(
      ACCOUNT_LINES.map(([, , income, expense]) => income + expense),
    )
  },
  120_000,
)
