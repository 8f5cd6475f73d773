/**
 * `npm run release:weapp -- 版本号 [--upload]`: builds the mini program for a release and checks what can be checked here. With
 * `--upload` WeChat's own miniprogram-ci, fetched when needed, uploads it with the key of WECHAT_UPLOAD_KEY.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bin, filesBelow, inRoot, isMain, main, run, say, SetupFault, WINDOWS } from '../setup/lib.mjs'
import { checkPhoneCode } from './gate.mjs'
import { calledFunctions } from './wechatApi.mjs'

const { releaseFaults } = createRequire(import.meta.url)('../taro/release.js')
const DIST = 'dist/weapp'
const MB = 1024 * 1024
/** WeChat's limits for one package and for all. */
const PACKAGE_LIMIT = 2 * MB
const TOTAL_LIMIT = 30 * MB
const UPLOADER = 'miniprogram-ci@2'
const read = (...parts) => JSON.parse(readFileSync(inRoot(...parts), 'utf8'))

/** Bytes of the main package and of each sub-package. */
function packageSizes({ subPackages = [] }) {
  const sizes = new Map([['主包', 0], ...subPackages.map(({ root }) => [root, 0])])
  for (const file of filesBelow(DIST)) {
    const place = path.relative(inRoot(DIST), file)
    const owner = subPackages.find(({ root }) => place.startsWith(`${root}/`))?.root ?? '主包'
    sizes.set(owner, sizes.get(owner) + statSync(file).size)
  }
  return sizes
}

function sizeFaults(app) {
  const sizes = [...packageSizes(app)]
  const total = sizes.reduce((sum, [, size]) => sum + size, 0)
  const tooLarge = sizes.filter(([, size]) => size > PACKAGE_LIMIT).map(([name]) => `${name} 超过 2 MB`)
  return total > TOTAL_LIMIT ? [...tooLarge, '全部分包合计超过 30 MB'] : tooLarge
}

/** Functions that touch privacy: what is used and not declared, and the other way round. */
export function privacyFaults(called, { known, declared }) {
  const isPrivate = new Set(Object.values(known).flat())
  const told = declared.flatMap(({ functions }) => functions)
  return [
    ...[...called]
      .filter(name => isPrivate.has(name) && !told.includes(name))
      .map(name => `隐私指引没有声明 wx.${name}`),
    ...told.filter(name => !called.has(name)).map(name => `隐私指引声明了没有用到的 wx.${name}`),
  ]
}

/** What of the built folder WeChat would refuse or the reviewers would ask about. */
function builtFaults() {
  const app = read(DIST, 'app.json')
  const config = read(DIST, 'project.config.json')
  const sitemap = app.sitemapLocation && existsSync(inRoot(DIST, app.sitemapLocation))
  return [
    ...sizeFaults(app),
    ...(sitemap ? [] : ['没有 sitemap.json：名单会被微信搜索收录']),
    ...(config.appid === process.env.TARO_APP_ID
      ? []
      : [`${DIST}/project.config.json 的 appid 是 ${config.appid}`]),
    ...privacyFaults(calledFunctions(), read('shared', 'facts', 'people', 'privacyGuide.json')),
  ]
}

const UNCHECKED = [
  '公众平台里的服务器域名（request、uploadFile、downloadFile 三项）、类目、备案号',
  '用户隐私保护指引是不是已经照 shared/facts/people/privacyGuide.json 填好',
  '订阅消息模板的编号和字段、小程序码和“扫普通链接”规则',
  '真机：iOS 13 和 Android 7 各一台，照 docs/wechat-release.md 第六节走一遍',
]

async function upload(version) {
  const key = process.env.WECHAT_UPLOAD_KEY
  if (!key || !existsSync(key)) {
    throw new SetupFault(
      '上传要有密钥：公众平台 → 开发管理 → 小程序代码上传，下载后设置 WECHAT_UPLOAD_KEY=密钥文件',
    )
  }
  const args = [
    '--yes',
    UPLOADER,
    'upload',
    '--pp',
    inRoot(DIST),
    '--pkp',
    key,
    '--appid',
    process.env.TARO_APP_ID,
  ]
  const { code } = await run(WINDOWS ? 'npx.cmd' : 'npx', [...args, '--uv', version, '-r', '1'], {
    show: true,
  })
  if (code !== 0) throw new SetupFault('没有上传成功，原因见上。常见的是本机 IP 不在上传白名单里。')
}

async function release([version, ...flags]) {
  const faults = releaseFaults({ appid: process.env.TARO_APP_ID, apiBase: process.env.TARO_APP_API_BASE })
  if (!/^\d+\.\d+\.\d+$/.test(version ?? ''))
    faults.unshift('版本号写成 1.2.3：npm run release:weapp -- 1.2.3')
  if (faults.length > 0) throw new SetupFault(`不能上线：\n${faults.map(fault => `  × ${fault}`).join('\n')}`)
  say('构建小程序（上线用）……')
  const env = { NODE_ENV: 'production', BROWSERSLIST_IGNORE_OLD_DATA: '1' }
  const { code, output } = await run(bin('taro'), ['build', '--type', 'weapp'], { env })
  if (code !== 0) throw new SetupFault(`构建失败：\n${output.trim().slice(-4000)}`)
  checkPhoneCode('weapp')
  const built = builtFaults()
  if (built.length > 0) throw new SetupFault(`不能上线：\n${built.map(fault => `  × ${fault}`).join('\n')}`)
  say(`这里能查的都查过了。这里查不了的，请人工核对：\n${UNCHECKED.map(line => `  · ${line}`).join('\n')}`)
  if (flags.includes('--upload')) await upload(version)
  else say('没有上传。要上传，加 --upload。')
}

if (isMain(import.meta.url)) await main(() => release(process.argv.slice(2)))
