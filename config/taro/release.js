/** What a build of the mini program that is to be released needs, checked before anything is built. */

const APPID = /^wx[0-9a-f]{16}$/
const LOCAL = /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\d+\.\d+\.\d+\.\d+$|\[)/

/** Why WeChat would not take requests to this address; null: it would. */
function addressFault(base) {
  if (!base) return '没有写明接口地址：请设置 TARO_APP_API_BASE，如 https://mingbai.example.gov.cn/api/v1'
  let url
  try {
    url = new URL(base)
  } catch {
    return `接口地址写得不对：TARO_APP_API_BASE=${base}`
  }
  if (url.protocol !== 'https:') return `接口地址必须以 https:// 开头：TARO_APP_API_BASE=${base}`
  if (LOCAL.test(url.host))
    return `接口地址必须是已备案的域名，不能是本机、内网或 IP：TARO_APP_API_BASE=${base}`
  if (url.port) return `微信的服务器域名一般不带端口，请用 443：TARO_APP_API_BASE=${base}`
  return url.pathname.endsWith('/api/v1') ? null : `接口地址要以 /api/v1 结尾：TARO_APP_API_BASE=${base}`
}

/** The faults of the settings for a release, one Chinese sentence each. */
function releaseFaults({ appid, apiBase }) {
  const wrongId = APPID.test(appid ?? '')
    ? null
    : `AppID 不是真的：请设置 TARO_APP_ID=wx…（现在是 ${appid || '空'}）`
  return [wrongId, addressFault(apiBase)].filter(fault => fault !== null)
}

/** @throws Error that lists what is missing */
function demandRelease(given) {
  const faults = releaseFaults(given)
  if (faults.length === 0) return
  const hint = '只在开发者工具里试用：npm run dev -- weapp，或 MINGBAI_TRIAL=1 npm run build:weapp。'
  throw new Error(`这样构建的小程序不能上线：\n${faults.map(fault => `  × ${fault}`).join('\n')}\n${hint}`)
}

module.exports = { releaseFaults, demandRelease }
