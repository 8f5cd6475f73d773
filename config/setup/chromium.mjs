/** Finds a browser of the Chromium family; as root on Debian and Ubuntu installs one together with CJK fonts. */
import path from 'node:path'
import { ask, isExecutable, onPath, run, say, SetupFault } from './lib.mjs'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chrome',
  'msedge',
]

/** Places outside PATH: macOS applications and Windows programs. */
const places = () => [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap(folder => [
      path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
]

/** Path of the browser: CHROME_PATH wins, then PATH, then the usual places; undefined when there is none. */
export function findChromium() {
  const told = process.env.CHROME_PATH
  if (told) {
    if (!isExecutable(told)) throw new SetupFault(`CHROME_PATH 指向的 ${told} 不能执行，请改正或去掉它。`)
    return told
  }
  for (const name of NAMES) {
    const found = onPath(name)
    if (found !== undefined) return found
  }
  return places().find(isExecutable)
}

/** Are there Chinese glyphs for screenshots? Unknown (no fontconfig) counts as yes: macOS and Windows have them. */
export function hasChineseFonts() {
  if (onPath('fc-list') === undefined) return process.platform !== 'linux'
  return (ask('fc-list', [':lang=zh', 'family']) ?? '').trim() !== ''
}

/** @throws SetupFault with one sentence when this machine does not let us install */
export async function installChromium() {
  const canInstall = process.getuid?.() === 0 && onPath('apt-get') !== undefined
  if (!canInstall) {
    throw new SetupFault(
      '网页测试需要浏览器与中文字体：请安装 Chrome、Edge 或 Chromium（Debian/Ubuntu：sudo apt-get install -y chromium fonts-noto-cjk），或用 CHROME_PATH 指明位置。',
    )
  }
  say('安装测试用的浏览器与中文字体（约一分钟）……')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update'],
    ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
  ]) {
    const { code, output } = await run('apt-get', args, { env })
    if (code !== 0) throw new SetupFault(`浏览器安装失败：\n${output.trim().slice(-2000)}`)
  }
}
