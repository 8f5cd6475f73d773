/** Installs what is missing: `install.mjs [--quiet] [--tests]`. Does nothing, quickly, when all is there. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { findChromium, hasChineseFonts, installChromium } from './chromium.mjs'
import { hasOtherDatabase, installEngine } from './installEngine.mjs'
import { fetchModelsInSetup } from './fetchModels.mjs'
import { ask, inRoot, isMain, main, ROOT, run, say, SetupFault, WINDOWS } from './lib.mjs'

const OLDEST_NODE = 20

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages
}

/** Does node_modules hold every package of the lock file in its version? */
export function dependenciesAreThere() {
  const installed = inRoot('node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const have = packagesOf(installed)
  const want = Object.entries(packagesOf(inRoot('package-lock.json')))
  return want.every(
    ([place, entry]) => place === '' || entry.optional || have[place]?.version === entry.version,
  )
}

export async function installDependencies({ quiet = false } = {}) {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    throw new SetupFault(`需要 Node.js ${OLDEST_NODE} 以上，现在是 ${process.versions.node}。`)
  }
  if (dependenciesAreThere()) return
  const fresh = !existsSync(inRoot('node_modules'))
  if (!quiet) say(fresh ? '安装依赖（约一两分钟）……' : '依赖有变，正在更新……')
  const args = fresh ? ['ci'] : ['install', '--no-save']
  // What builds the server and the app is needed here even where NODE_ENV is production.
  const { code, output } = await run(WINDOWS ? 'npm.cmd' : 'npm', [
    ...args,
    '--include=dev',
    '--loglevel=error',
  ])
  if (code !== 0) {
    throw new SetupFault(`依赖安装失败，请检查网络与 npm 软件源后重试：\n${output.trim().slice(-2000)}`)
  }
}

/** Lets git run the hooks of .githooks, unless hooks are set otherwise; without git nothing happens. */
function installHooks() {
  const inside = ask('git', ['rev-parse', '--show-toplevel'])?.trim()
  if (inside === undefined || path.resolve(inside) !== ROOT) return
  if (ask('git', ['config', '--get', 'core.hooksPath']) !== undefined) return
  ask('git', ['config', 'core.hooksPath', '.githooks'])
}

/** Everything that tests need: packages, the database, a browser and Chinese fonts; the models where they can be had. */
async function install(flags) {
  const quiet = flags.includes('--quiet')
  await installDependencies({ quiet })
  installHooks()
  if (!flags.includes('--tests')) return
  await fetchModelsInSetup()
  if (!hasOtherDatabase()) await installEngine({ quiet })
  if (findChromium() === undefined || !hasChineseFonts()) await installChromium()
}

if (isMain(import.meta.url)) await main(() => install(process.argv.slice(2)))
