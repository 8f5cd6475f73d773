import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { listFiles } from '../weapp/pack'

const ROOT = path.resolve(__dirname, '../../..')
/** Where the components end up, each in `<name>/index`. */
export const COMPONENTS = path.join(ROOT, '.cache', 'native-components')
const STAMP = path.join(COMPONENTS, 'sources.txt')
const SOURCES = ['miniapp/src', 'shared', 'test/support/components', 'config/taro']

/** Builds the shared components as native ones by Taro, when a source of them has changed. */
export function buildComponents(): void {
  const hash = createHash('sha256')
  for (const folder of SOURCES) {
    for (const file of listFiles(path.join(ROOT, folder))) {
      hash.update(file).update(readFileSync(path.join(ROOT, folder, file)))
    }
  }
  const state = hash.digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === state) return
  rmSync(COMPONENTS, { recursive: true, force: true })
  const taro = path.join(ROOT, 'node_modules', '@tarojs', 'cli', 'bin', 'taro')
  const { PATH, HOME } = process.env
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [taro, 'build', 'native-components', '--type', 'weapp'],
    {
      cwd: __dirname,
      encoding: 'utf8',
      env: { PATH, HOME, NODE_ENV: 'production', BROWSERSLIST_IGNORE_OLD_DATA: '1' },
    },
  )
  if (status !== 0) throw new Error(`the components could not be built:\n${stdout}\n${stderr}`)
  writeFileSync(STAMP, state)
}
