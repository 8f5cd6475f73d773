import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { COMMANDS } from '@server/cli/commandTable'
import { runCli } from '@server/cli/runCli'

const EMPTY = [
  '{"kind":"ledger","format":"mingbai-ledger-1","openings":false}',
  '{"kind":"end","entries":0,"checkpoints":0}',
]

let folder: string
let printed: string
let told: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'verify-'))
  printed = ''
  told = ''
  jest.spyOn(process.stdout, 'write').mockImplementation((text, ...rest) => {
    printed += String(text)
    for (const done of rest) if (typeof done === 'function') done()
    return true
  })
  jest.spyOn(console, 'error').mockImplementation(text => void (told += String(text)))
})
afterEach(() => {
  jest.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

async function verify(lines: readonly string[], ...more: string[]) {
  const file = path.join(folder, 'ledger.jsonl')
  writeFileSync(file, lines.map(line => `${line}\n`).join(''))
  const code = await runCli(['ledger', 'verify', file, ...more], COMMANDS)
  return { code, verdict: JSON.parse(printed) as { ok: boolean | null; faults: object[] } }
}

test('an export that was compared with nothing is not called sound', async () => {
  expect(await verify(EMPTY)).toEqual({ code: 0, verdict: { ok: null, entries: 0, faults: [] } })
  expect(told).toContain('未对照存证点')
})

test('with the key of the operator it is', async () => {
  const { code, verdict } = await verify(EMPTY, '--key', 'a'.repeat(64))
  expect([code, verdict.ok]).toEqual([0, true])
})

test('any fault exits with 1, and the verdict is printed all the same', async () => {
  const { code, verdict } = await verify(EMPTY.slice(0, 1))
  expect([code, verdict.ok, verdict.faults.length]).toEqual([1, false, 1])
  expect(told).toContain('没有通过')
})
