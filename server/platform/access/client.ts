/** The program that sent a request, as far as people recognise it. */
export interface Client {
  /** Browser and system, e.g. `Chrome · Windows`. */
  device: string
  /** Network address without its last part. */
  place: string
  /** Whole network address; never stored. */
  address: string
}

type Named = readonly (readonly [pattern: RegExp, name: string])[]

/** First match wins: browsers name those that they derive from. */
const BROWSERS: Named = [
  [/miniProgram|MicroMessenger/i, '微信'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/QQBrowser\//, 'QQ浏览器'],
  [/360[SE]E|QihooBrowser/, '360浏览器'],
  [/HuaweiBrowser\//, '华为浏览器'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrom(e|ium)\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const SYSTEMS: Named = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Android/, '安卓手机'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Kylin/i, '麒麟'],
  [/UOS|Deepin/i, '统信'],
  [/Linux/, 'Linux'],
]

const nameIn = (table: Named, agent: string): string | undefined =>
  table.find(([pattern]) => pattern.test(agent))?.[1]

const deviceOf = (agent: string): string =>
  [nameIn(BROWSERS, agent) ?? '浏览器', nameIn(SYSTEMS, agent) ?? '系统不明'].join(' · ')

const INNER = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd][0-9a-f]{2}:)/i
const LOOPBACK = new Set(['127.0.0.1', '::1'])

/** Shortens an address to its network part, which many households share. */
function placeOf(address: string): string {
  if (LOOPBACK.has(address)) return '本机'
  const parts = address.includes(':')
    ? [...address.split(':').slice(0, 2), '*'].join(':')
    : [...address.split('.').slice(0, 2), '*', '*'].join('.')
  if (parts.length > 20 || !/^[0-9a-f.:*]+$/i.test(parts)) return '网络不明'
  return INNER.test(address) ? `内部网络 ${parts}` : parts
}

/** Describes the sender of a request by its address and its `User-Agent`. */
export function describeClient(address: string, agent: string): Client {
  const plain = address.replace(/^::ffff:/, '')
  return { device: deviceOf(agent.slice(0, 500)), place: placeOf(plain), address: plain }
}
