/** `npm run db:build`: compiles the faster embedded database (secantusd-rs) into .engine/bin. Optional, once. */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { engineDir } from './installEngine.mjs'
import { ask, main, onPath, run, say, SetupFault, WINDOWS } from './lib.mjs'

const PACKAGE = 'secantus-mdb'
const VERSION = '0.5.3-beta.193'
const PROGRAM = WINDOWS ? 'secantusd-rs.exe' : 'secantusd-rs'
const OLDEST_RUST = [1, 95]

function checkTools() {
  const missing = ['cargo', 'rustc', 'cmake', 'ninja'].filter(name => onPath(name) === undefined)
  if (missing.length > 0)
    throw new SetupFault(`编译需要 Rust 1.95 以上、cmake 与 ninja；现在缺少：${missing.join('、')}。`)
  const [, major, minor] = /rustc (\d+)\.(\d+)/.exec(ask('rustc', ['--version']) ?? '') ?? []
  const tooOld =
    Number(major) < OLDEST_RUST[0] || (Number(major) === OLDEST_RUST[0] && Number(minor) < OLDEST_RUST[1])
  if (tooOld) throw new SetupFault(`Rust 版本过低（${major}.${minor}），需要 1.95 以上。`)
}

await main(async () => {
  const target = path.join(engineDir(), 'bin', PROGRAM)
  if (existsSync(target) && (ask(target, ['--version']) ?? '').includes(VERSION))
    return say('已是最新，无需编译。')
  checkTools()
  const root = path.join(engineDir(), 'cargo')
  mkdirSync(path.dirname(target), { recursive: true })
  say('编译内置数据库的快速版（约七分钟，只需一次）……')
  const args = ['install', PACKAGE, '--version', VERSION, '--ignore-rust-version', '--locked', '--root', root]
  const { code } = await run('cargo', args, { show: true })
  if (code !== 0) throw new SetupFault('编译失败，原因见上面的输出；内置数据库的 Python 版不受影响。')
  copyFileSync(path.join(root, 'bin', PROGRAM), target)
  say(`完成：${target}`)
})
