import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadConfig } from '../../../../server/platform/config'
import { startDatabase } from '../../../../server/demo/engine'
import { DatabaseUnavailable } from '@server/platform/store/database'

/** What a machine lacks is reported in one Chinese sentence, never by a stack trace. */

const { rootDir } = loadConfig({})
const emptyFolder = mkdtempSync(path.join(tmpdir(), 'mingbai-setup-'))
afterAll(() => rmSync(emptyFolder, { recursive: true, force: true }))

const THREE_WAYS = /Python 3\.10 至 3\.13.*mongod.*npm run db:build/

function runScript(name: string, args: string[], env: NodeJS.ProcessEnv) {
  const script = path.join(rootDir, 'config', 'setup', name)
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { HOME: emptyFolder, PATH: emptyFolder, ...env },
  })
  return { status, stdout, lines: stderr.trim().split('\n') }
}

test('no Python, no mongod, no Rust: one sentence names the three ways out', () => {
  const { status, lines } = runScript('installEngine.mjs', [], { ENGINE_DIR: emptyFolder })
  expect(status).toBe(1)
  expect(lines).toEqual([expect.stringMatching(THREE_WAYS)])
})

test('the server itself says the same', async () => {
  const config = loadConfig({ PATH: emptyFolder, ENGINE_DIR: emptyFolder, DATA_DIR: emptyFolder })
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const start = startDatabase(config, log)
  await expect(start).rejects.toThrow(DatabaseUnavailable)
  await expect(start).rejects.toThrow(THREE_WAYS)
})

test('a wrong CHROME_PATH is told by its value', () => {
  const env = { CHROME_PATH: '/nowhere/chrome', MONGODB_URI: 'mongodb://127.0.0.1/x' }
  const { status, lines } = runScript('install.mjs', ['--tests'], env)
  expect(status).toBe(1)
  expect(lines).toEqual([expect.stringContaining('CHROME_PATH 指向的 /nowhere/chrome 不能执行')])
})

test('without the tools db:build says which are missing', () => {
  const { status, lines } = runScript('buildEngine.mjs', [], { ENGINE_DIR: emptyFolder })
  expect(status).toBe(1)
  expect(lines).toEqual([expect.stringMatching(/缺少：cargo、rustc、cmake、ninja/)])
})

test('when all is there, the quiet installation says nothing', () => {
  const { status, stdout, lines } = runScript('install.mjs', ['--quiet'], { PATH: process.env.PATH })
  expect({ status, stdout, lines }).toEqual({ status: 0, stdout: '', lines: [''] })
})
