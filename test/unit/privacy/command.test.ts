import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { idCheckCharacter } from '@shared/domain/privacy/residentId'
import { COMMANDS } from '../../../server/cli/commandTable'
import { runCli } from '../../../server/cli/runCli'

const ID = `61011119800101123${idCheckCharacter('61011119800101123')}`
let folder = ''
let printed: string[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'privacy-'))
})
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => {
  printed = []
  jest.spyOn(process.stdout, 'write').mockImplementation(text => {
    printed.push(String(text))
    return true
  })
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => jest.restoreAllMocks())

const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const answers = (): unknown[] =>
  printed
    .join('')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as unknown)

test('--lines answers every line, in order, over the escapes of a cell', async () => {
  const path = file(
    'lines.txt',
    `${ID.slice(0, 8)}\\n${ID.slice(8)}\n\n2026年3月5日发放500元\n${ID}43\n138****5678`,
  )
  expect(await runCli(['privacy', 'scan', '--lines', path], COMMANDS)).toBe(0)
  expect(answers()).toEqual([
    {
      findings: [
        expect.objectContaining({
          kind: 'resident-id',
          severity: 'block',
          place: { line: 1, column: 1 },
          mask: `${ID.slice(0, 4)}**********${ID.slice(14)}`,
        }),
      ],
    },
    { findings: [] },
    { findings: [] },
    { findings: [expect.objectContaining({ kind: 'disability-card', text: `${ID}43` })] },
    { findings: [] },
  ])
})

test('files are answered one a line; findings are no error', async () => {
  const [a, b] = [file('a.txt', '公示'), file('b.csv', `姓名,电话\n张建国,13812345678\n`)]
  expect(await runCli(['privacy', 'scan', a, b], COMMANDS)).toBe(0)
  expect(answers()).toEqual([
    { file: a, findings: [] },
    {
      file: b,
      findings: [
        expect.objectContaining({ kind: 'person-name' }),
        expect.objectContaining({ kind: 'mobile' }),
      ],
    },
  ])
})

test('a file that cannot be read is said in Chinese, the others are answered', async () => {
  const good = file('good.txt', '公示')
  expect(await runCli(['privacy', 'scan', join(folder, 'none.txt'), good], COMMANDS)).toBe(1)
  expect(answers()).toEqual([
    { file: good, findings: [] },
    { error: { code: 'unreadable', message: expect.stringContaining('找不到'), details: [] } },
  ])
})

test.each([[[]], [['--sheet', 'x']], [['--lines', 'x', 'y']]])('%j is wrong usage', async extra => {
  expect(await runCli(['privacy', 'scan', ...extra], COMMANDS)).toBe(2)
  expect(printed).toEqual([])
})
