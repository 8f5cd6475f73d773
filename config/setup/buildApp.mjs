/** Builds the mini program or the H5 app when a source of it has changed: `buildApp.mjs h5|weapp`. */
import { readFileSync } from 'node:fs'
import {
  bin,
  filesBelow,
  hashOf,
  inRoot,
  isFresh,
  isMain,
  main,
  run,
  say,
  SetupFault,
  stamp,
  unstamp,
} from './lib.mjs'

const NAMES = { h5: '网页版', weapp: '微信小程序' }
const RESULTS = { h5: ['dist', 'h5', 'index.html'], weapp: ['dist', 'weapp', 'app.json'] }
/** Everything that enters a build: the server and its settings are no part of it. */
const SOURCES = [
  ...['miniapp', 'shared', 'config/index.ts', 'config/taro', 'config/setup/buildApp.mjs'],
  ...['package-lock.json', 'babel.config.js', 'project.config.json', 'tsconfig.json'],
]

function inputHash(type) {
  const { browserslist } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'))
  const variables = Object.entries(process.env).filter(([name]) => name.startsWith('TARO_APP_'))
  return hashOf(filesBelow(...SOURCES), JSON.stringify([type, browserslist, variables.sort()]))
}

export async function buildApp(type) {
  const hash = inputHash(type)
  if (isFresh(type, hash, inRoot(...RESULTS[type]))) return
  say(`构建${NAMES[type]}……`)
  unstamp(type)
  const env = { NODE_ENV: 'production', MINGBAI_TRIAL: '1', BROWSERSLIST_IGNORE_OLD_DATA: '1' }
  const { code, output } = await run(bin('taro'), ['build', '--type', type], { env })
  if (code !== 0) throw new SetupFault(`${NAMES[type]}构建失败：\n${output.trim().slice(-4000)}`)
  stamp(type, hash)
}

if (isMain(import.meta.url)) await main(() => buildApp(process.argv[2] === 'weapp' ? 'weapp' : 'h5'))
