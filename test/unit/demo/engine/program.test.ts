import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadConfig } from '../../../../server/platform/config'
import { findProgram } from '../../../../server/demo/engine/findEngine'
import { enginePaths } from '../../../../server/demo/engine/state'

/** Which program is chosen, on folders and PATHs made for it; the programs only print their version. */

const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-program-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const warnings: string[] = []
const log = {
  info: () => undefined,
  warn: (line: string) => void warnings.push(line),
  error: () => undefined,
}

let count = 0
function machine({ programs = {}, stores = [] }: { programs?: Record<string, string>; stores?: string[] }) {
  const home = path.join(folder, String((count += 1)))
  const place = (file: string, says: string) => {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, `#!/bin/sh\necho '${says}'\n`)
    chmodSync(file, 0o755)
  }
  place(path.join(home, 'engine', 'py', 'bin', 'secantusd-py'), '')
  for (const [name, says] of Object.entries(programs)) place(path.join(home, name), says)
  for (const store of stores) mkdirSync(path.join(home, 'data', 'database', store), { recursive: true })
  const env = { PATH: path.join(home, 'bin'), ENGINE_DIR: path.join(home, 'engine') }
  const config = loadConfig({ ...env, DATA_DIR: path.join(home, 'data') })
  return findProgram(config, enginePaths(config.dataDir), log).then(({ kind }) => kind)
}

const MONGOD = { 'bin/mongod': 'db version v7.0.14' }
const OLD_MONGOD = { 'bin/mongod': 'db version v6.0.5' }
const RUST = { 'engine/bin/secantusd-rs': '' }

test.each([
  ['nothing else', {}, 'secantusd-py'],
  ['a built Rust server', RUST, 'secantusd-rs'],
  ['a Rust server on PATH', { 'bin/secantusd-rs': '' }, 'secantusd-rs'],
  ['mongod 7', { ...MONGOD, ...RUST }, 'mongod'],
  ['mongod 6', OLD_MONGOD, 'secantusd-py'],
])('with %s', async (_, programs, kind) => {
  expect(await machine({ programs })).toBe(kind)
})

test('an old mongod is named', async () => {
  warnings.length = 0
  await machine({ programs: OLD_MONGOD })
  expect(warnings).toEqual(['找到的 mongod 版本低于 7，不使用。'])
})

test('data written by SecantusDB stays with it when mongod appears', async () => {
  expect(await machine({ programs: MONGOD, stores: ['secantus'] })).toBe('secantusd-py')
})

test('data written by mongod is never left for an empty store', async () => {
  expect(await machine({ programs: MONGOD, stores: ['mongod'] })).toBe('mongod')
  await expect(machine({ stores: ['mongod'] })).rejects.toThrow(/由 mongod 写成/)
})
