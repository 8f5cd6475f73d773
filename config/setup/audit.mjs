/**
 * `npm run audit`: the installed packages (R18): known holes of high or critical weight, licences outside the list,
 * and packages that would run a script when they are installed. The list of holes comes from the npm registry in use.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { inRoot, main, run, say, SetupFault, WINDOWS } from './lib.mjs'

const FIGURES = inRoot('.cache', 'test', 'audit.txt')
const COMMAND = '命令 npm run audit'
/** May be used and passed on without giving anything else away. */
const LICENCES = new Set(
  (
    'MIT MIT-0 ISC 0BSD BSD-2-Clause BSD-3-Clause Apache-2.0 BlueOak-1.0.0 Unlicense CC0-1.0 CC-BY-3.0 CC-BY-4.0 ' +
    'MIT/X11 Python-2.0 OFL-1.1 MPL-2.0 LGPL-3.0-or-later Zlib WTFPL'
  ).split(' '),
)

/** Packages whose package.json is silent: what their own papers say, looked at on 2026-11-29. */
const LOOKED_AT = {
  'png-js@2.0.0': '包里的 LICENSE 是 MIT',
  'buffers@0.1.1': '包里没有写；由 exceljs 经 unzipper 带来，作者的其余各包都是 MIT',
}

/** `(MIT OR Apache-2.0)`, `MIT AND OFL-1.1`: one that may be chosen, or all that come together. */
function isAllowed(licence) {
  const text = licence.replaceAll(/[()]/g, ' ').trim()
  const any = text
    .split(/\s+OR\s+/)
    .some(choice => choice.split(/\s+AND\s+/).every(one => LICENCES.has(one.trim())))
  return any
}

const licenceOf = ({ license, licenses }) =>
  typeof license === 'string'
    ? license
    : (license?.type ??
      [licenses]
        .flat()
        .map(one => one?.type ?? one)
        .join(' OR '))

/** Packages of the product itself, as the lock file says; those only for building and testing apart. */
function productPackages() {
  const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'))
  return Object.entries(packages).filter(([place, { dev }]) => place !== '' && !dev)
}

function badLicences(packages) {
  return packages.flatMap(([place]) => {
    const file = inRoot(...place.split('/'), 'package.json')
    if (!existsSync(file)) return []
    const { name, version, ...rest } = JSON.parse(readFileSync(file, 'utf8'))
    const licence = licenceOf(rest) || '没有写'
    const known = LOOKED_AT[`${name}@${version}`]
    if (known) say(`许可证 ${name}@${version}：${known}`)
    return known || isAllowed(licence) ? [] : [`${name}@${version}：${licence}`]
  })
}

/** Counts by weight; null when the registry has no list of holes. */
async function knownHoles() {
  const { output } = await run(WINDOWS ? 'npm.cmd' : 'npm', ['audit', '--omit=dev', '--json'])
  try {
    return JSON.parse(output.slice(output.indexOf('{'))).metadata?.vulnerabilities ?? null
  } catch {
    return null
  }
}

await main(async () => {
  const packages = productPackages()
  const holes = await knownHoles()
  const licences = badLicences(packages)
  const scripts = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([place]) => place)
  const ignored = readFileSync(inRoot('.npmrc'), 'utf8').includes('ignore-scripts=true')
  const weighty = holes ? holes.high + holes.critical : null
  const bad = (weighty ?? 0) > 0 || licences.length > 0 || !ignored
  const verdict = bad ? '未达标 ' : weighty === null ? '没有查成 ' : ''
  const line =
    `${verdict}R18 依赖审计：产品的 ${packages.length} 个包，` +
    `${weighty === null ? '这个软件源没有漏洞清单，漏洞不知道有没有' : `已知高危、严重漏洞 ${weighty} 个`}；` +
    `许可证不在清单里的 ${licences.length} 个；带安装脚本的 ${scripts.length} 个，${ignored ? '一个也不运行（ignore-scripts）' : '会运行'}`
  mkdirSync(inRoot('.cache', 'test'), { recursive: true })
  writeFileSync(FIGURES, `${COMMAND}\n${line}\n`)
  say(line)
  for (const one of licences) say(`许可证 ${one}`)
  if (verdict) throw new SetupFault(`依赖审计${bad ? '没有通过' : '没有查成'}`)
})
