/** Puts the embedded database (secantusd-py) into a private Python environment below .engine/. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ask, inRoot, isExecutable, isMain, main, onPath, run, say, SetupFault, WINDOWS } from './lib.mjs'

const REQUIREMENTS = inRoot('config', 'setup', 'requirements.txt')
const OLDEST = 10
const NEWEST = 13
const NOTHING_USABLE =
  '没有可用的数据库：请安装 Python 3.10 至 3.13（含 venv 与 pip），或 MongoDB 7 以上（mongod 在 PATH 中），' +
  '或装好 Rust 1.95 以上、cmake 与 ninja 后运行 npm run db:build，三者任选其一。'

/** Where the embedded databases' programs are: shared by every DATA_DIR. */
export const engineDir = () => path.resolve(inRoot(), process.env.ENGINE_DIR || '.engine')

/** A Python that has wheels of the database and can make environments. */
function findPython() {
  const names = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python']
  const question = 'import sys, venv, ensurepip; print(sys.version_info[0] * 100 + sys.version_info[1])'
  return names.find(name => {
    if (onPath(name) === undefined) return false
    const version = Number(ask(name, ['-c', question]) ?? 0)
    return version >= 300 + OLDEST && version <= 300 + NEWEST
  })
}

/** True when a better database is at hand, so that the Python one is not needed. */
export function hasOtherDatabase() {
  if (process.env.MONGODB_URI) return true
  const rust = path.join(engineDir(), 'bin', WINDOWS ? 'secantusd-rs.exe' : 'secantusd-rs')
  return onPath('mongod') !== undefined || onPath('secantusd-rs') !== undefined || isExecutable(rust)
}

/** Installs the pinned server once; a changed requirements file installs it again. */
export async function installEngine({ quiet = false } = {}) {
  const folder = path.join(engineDir(), 'py')
  const mark = path.join(folder, 'installed.txt')
  const wanted = readFileSync(REQUIREMENTS, 'utf8')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  const python = findPython()
  if (python === undefined) throw new SetupFault(NOTHING_USABLE)
  if (!quiet) say('安装内置数据库（约半分钟）……')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(engineDir(), { recursive: true })
  await step(python, ['-m', 'venv', folder], '无法建立 Python 虚拟环境')
  const pip = path.join(folder, WINDOWS ? 'Scripts' : 'bin', WINDOWS ? 'python.exe' : 'python')
  const args = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--only-binary',
    ':all:',
    '--require-hashes',
  ]
  await step(pip, [...args, '-r', REQUIREMENTS], '无法从 Python 软件源安装内置数据库')
  writeFileSync(mark, wanted)
}

async function step(command, args, message) {
  const { code, output } = await run(command, args)
  if (code === 0) return
  const reason = output.trim().split('\n').at(-1) ?? ''
  throw new SetupFault(`${message}（${reason}）；也可改装 MongoDB 7 以上（mongod）或设置 MONGODB_URI。`)
}

if (isMain(import.meta.url)) await main(() => installEngine())
