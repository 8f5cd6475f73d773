import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { InputError, UsageError } from '../../../server/cli/command'
import { run } from '../../../server/cli/commands/present'
import { PresentedItem } from '../../../shared/contract/disclosure/presentation'

const EXAMPLES = path.resolve(__dirname, '../../../docs/examples')
const ITEM = path.join(EXAMPLES, 'item.json')
const CONTENT = path.join(EXAMPLES, 'content.json')
const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-present-'))

function file(name: string, text: string): string {
  const place = path.join(folder, name)
  writeFileSync(place, text)
  return place
}
const json = (name: string, value: unknown) => file(name, JSON.stringify(value))
const item = JSON.parse(readFileSync(ITEM, 'utf8')) as Record<string, unknown>
const content = JSON.parse(readFileSync(CONTENT, 'utf8')) as Record<string, unknown>

const present = (itemFile: string, contentFile: string, ...rest: string[]) =>
  run(['--item', itemFile, '--content', contentFile, ...rest])

async function fault(promise: Promise<unknown>): Promise<InputError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(InputError)
  return error as InputError
}

describe('present', () => {
  test('the example pair: blocks, their canonical text and its hash', async () => {
    const presented = PresentedItem.parse(await present(ITEM, CONTENT))
    expect(JSON.parse(presented.canonical)).toEqual(presented.blocks)
    expect(createHash('sha256').update(presented.canonical).digest('hex')).toBe(presented.sha256)
    expect(presented.blocks.map(({ kind }) => kind)).toEqual(['summary', 'facts', 'table', 'facts'])
  })

  test('the side changes nothing, nor does the order of keys in the files', async () => {
    const plain = await present(ITEM, CONTENT)
    const turned = json('turned.json', Object.fromEntries(Object.entries(content).reverse()))
    expect(await present(ITEM, CONTENT, '--side', 'government')).toEqual(plain)
    expect(await present(ITEM, CONTENT, '--side', 'village')).toEqual(plain)
    expect(await present(ITEM, turned, '--side=village')).toEqual(plain)
  })

  test('takes a row as `catalogue parse` prints it and an item as the API answers it', async () => {
    const row = json('row.json', { ...item, row: 3, inherited: ['path'], uncertain: [] })
    const stored = json('stored.json', {
      ...item,
      id: 'itm_000001',
      key: 'k',
      catalogueId: 'cat_000001',
      order: 0,
    })
    const plain = await present(ITEM, CONTENT)
    expect(await present(row, CONTENT)).toEqual(plain)
    expect(await present(stored, CONTENT)).toEqual(plain)
  })

  test('a row that states nothing but its path, and a BOM, are no obstacle', async () => {
    const bare = file('bare.json', `\uFEFF${JSON.stringify({ path: ['村级财务'] })}`)
    const { blocks } = await present(bare, CONTENT)
    expect(JSON.stringify(blocks.at(-1))).toContain('目录未写明')
  })

  test('no content: the standard alone', async () => {
    const { blocks } = await present(ITEM, file('null.json', 'null'))
    expect(blocks.map(({ id }) => id)).toEqual(['standard'])
  })

  test('every fault of the content at once, in Chinese, by field', async () => {
    const { code, message, details } = await fault(
      present(
        ITEM,
        json('bad.json', { title: '', period: '2026Q7', blocks: [{ type: 'money', lines: 3 }], more: 1 }),
      ),
    )
    expect(code).toBe('invalid-input')
    expect(message).toContain('内容文件')
    const fields = details.map(({ field }) => field)
    expect(fields).toEqual(expect.arrayContaining(['title', 'period', 'blocks.0.lines', 'more']))
    for (const issue of details) expect(issue.message).toMatch(/[\u4e00-\u9fff]/)
  })

  test.each([
    [
      'an item without a path',
      () => present(json('nopath.json', { elements: [] }), CONTENT),
      'invalid-input',
    ],
    ['half a JSON', () => present(file('half.json', '{"path": ['), CONTENT), 'bad-json'],
    ['a list of rows', () => present(json('list.json', [item]), CONTENT), 'invalid-input'],
    ['no such file', () => present(path.join(folder, 'nowhere.json'), CONTENT), 'unreadable'],
    ['a folder', () => present(folder, CONTENT), 'unreadable'],
  ])('%s is bad input', async (_what, call, code) => {
    expect((await fault(call())).code).toBe(code)
  })

  test.each([
    ['no files', []],
    ['one file', ['--item', ITEM]],
    ['an unknown side', ['--item', ITEM, '--content', CONTENT, '--side', 'church']],
    ['an unknown option', ['--item', ITEM, '--content', CONTENT, '--colour']],
    ['something left over', ['--item', ITEM, '--content', CONTENT, 'more']],
  ])('%s is wrong usage', async (_what, args) => {
    await expect(run(args)).rejects.toBeInstanceOf(UsageError)
  })
})
