import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { PictureBox } from '../../../../server/documents/privacy/context'
import { scanReadPicture } from '../../../../server/documents/privacy/pictures/pictureText'
import { PictureProcess } from '../../../../server/platform/worker/ocr/pictures'

/** The process that reads pictures, with programs that answer, hang and die; what is found in what was read. */

let folder: string
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'pictures-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const program = (name: string, onMessage: string) => {
  const file = path.join(folder, `${name}.cjs`)
  writeFileSync(file, `process.on('message', ({ id, bytes }) => { ${onMessage} })\n`)
  return file
}
const ANSWER = 'process.send({ id, page: { width: bytes.length, height: 1, boxes: [] } })'

test('a picture is read once, and a second time from memory', async () => {
  const pictures = new PictureProcess({ program: program('answers', ANSWER) })
  const page = await pictures.read(Buffer.from('picture'))
  expect(page).toEqual({ width: 7, height: 1, boxes: [] })
  expect(await pictures.read(Buffer.from('picture'))).toBe(page)
  pictures.close()
})

test('a process that hangs is killed, one that dies is replaced, and the next picture is read', async () => {
  const bad = `if (String(bytes) === 'hang') for (;;) {} else if (String(bytes) === 'die') process.exit(1); else ${ANSWER}`
  const pictures = new PictureProcess({ time: 4000, program: program('bad', bad) })
  const read = (words: string) => pictures.read(Buffer.from(words))
  expect(await Promise.all([read('hang'), read('die'), read('good')])).toEqual([
    null,
    null,
    { width: 4, height: 1, boxes: [] },
  ])
  pictures.close()
})

const box = (text: string, x: number, y: number, width = 200): PictureBox => ({
  text,
  score: 0.95,
  quad: [
    [x, y],
    [x + width, y + 6],
    [x + width, y + 36],
    [x, y + 30],
  ],
})

test('a number read in a picture blocks as in text, with its box; a clean page has none', () => {
  const page = { width: 800, height: 400, boxes: [box('手机', 20, 100, 60), box('13892217765', 120, 103)] }
  expect(scanReadPicture(page)).toEqual([
    {
      kind: 'mobile',
      text: '13892217765',
      place: { part: '图片里的文字', box: [120, 103, 200, 36] },
      severity: 'block',
      mask: '138****7765',
    },
  ])
  expect(scanReadPicture({ ...page, boxes: [box('修路工程款 3200 元', 20, 100)] })).toEqual([])
})
