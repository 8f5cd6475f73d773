import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openPictures } from '../../../server/platform/worker/ocr/pictures'
import { drawn } from '../files/pictures'
import { ACCOUNT_LINES, accountSheet } from '../pictures/account'
import type { Library } from './library'
import type { Visitor } from './visitor'

const VILLAGE = 'XQ-DH-LX-V01'
const PROGRAM = path.resolve(__dirname, '../../../dist/server/ocr.js')
const isReaderThere = existsSync(PROGRAM) && !('missing' in openPictures({ program: PROGRAM }))

/** Address of the form for the village's account of the running month. */
async function formUrl({ client }: Library): Promise<string> {
  const { items } = await client.api('GET /orgs/:code/notices', {
    params: { code: VILLAGE },
    query: { category: 'village-finance', limit: 50 },
  })
  const monthly = items.find(({ period }) => /^2026-\d\d$/.test(period))!
  const { item } = await client.api('GET /notices/:id', { params: { id: monthly.id } })
  return `/packages/staff/pages/edit/index?item=${item.id}&org=${VILLAGE}&period=2026-11`
}

/** Presses until every row that is not sure was looked at. */
async function lookAtAll(visitor: Visitor): Promise<void> {
  for (let nth = 1; nth <= ACCOUNT_LINES.length; nth++) {
    const button = `这一行看过了（第 ${nth} 行）`
    if ((await visitor.text()).includes(button)) await visitor.press(button)
  }
}

/** 拍照填表, on the phone and in the browser alike: with the reader where it is installed, a sentence where not. */
export function photoTests(open: () => Promise<Visitor>, library: () => Library): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mingbai-photo-'))
  const file = path.join(folder, '账.png')
  beforeAll(async () => writeFileSync(file, await drawn(accountSheet(), 1)))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('a photographed account becomes rows to check; they are in the form after a look at each', async () => {
    const editor = await open()
    await editor.logIn('editor')
    await editor.visit(await formUrl(library()))
    await editor.see('期末余额')
    await editor.holdFile(file)
    await editor.press('拍照填表')
    if (!isReaderThere) return editor.see('没有装上认照片的组件')
    await editor.see(`照片上读出 ${ACCOUNT_LINES.length} 行`)
    const before = await editor.text()
    for (const [, item] of ACCOUNT_LINES) expect(before).toContain(item)
    expect(before).toContain('还没有放进表里')
    await lookAtAll(editor)
    await editor.press('看过了，放进表里')
    await editor.see(`${ACCOUNT_LINES.length} 行`)
    const after = await editor.text()
    expect(after).not.toContain('还没有放进表里')
    await editor.see('按明细算是')
    expect(await editor.errors()).toEqual([])
  })
}
