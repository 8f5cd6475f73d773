/** Builds the mini program or the H5 app when a source of it has changed: `buildApp.mjs h5|weapp`. */
import { readdirSync } from 'node:fs'
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
} from './lib.mjs'

const NAMES = { h5: '网页版', weapp: '微信小程序' }
const RESULTS = { h5: ['dist', 'h5', 'index.html'], weapp: ['dist', 'weapp', 'app.json'] }
/** Parts of config/ that do not enter a build. */
const APART = new Set(['setup', 'docker', 'eslint.config.mjs', 'jest.config.js'])

function inputHash(type) {
  const settings = readdirSync(inRoot('config')).filter(name => !APART.has(name))
  const files = filesBelow(
    ...[
      'miniapp',
      'shared',
      'package.json',
      'package-lock.json',
      'babel.config.js',
      'project.config.json',
      'tsconfig.json',
    ],
    ...settings.map(name => `config/${name}`),
  )
  const variables = Object.entries(process.env).filter(([name]) => name.startsWith('TARO_APP_'))
  return hashOf(files, JSON.stringify([type, variables.sort()]))
}

export async function buildApp(type) {
  const hash = inputHash(type)
  if (isFresh(type, hash, inRoot(...RESULTS[type]))) return
  say(`构建${NAMES[type]}……`)
  const env = { NODE_ENV: 'production', BROWSERSLIST_IGNORE_OLD_DATA: '1' }
  const { code, output } = await run(bin('taro'), ['build', '--type', type], { env })
  if (code !== 0) throw new SetupFault(`${NAMES[type]}构建失败：\n${output.trim().slice(-4000)}`)
  stamp(type, hash)
}

if (isMain(import.meta.url)) await main(() => buildApp(process.argv[2] === 'weapp' ? 'weapp' : 'h5'))
