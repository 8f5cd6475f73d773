import { connect as connectTls } from 'node:tls'
import { once } from 'node:events'
import { isIP } from 'node:net'
import type { Config } from '@server/platform/config'
import type { Clock } from '@server/platform/clock'
import { createAccessTokens } from '@server/platform/wechat/accessToken'
import { type Finding, finding } from './finding'

const PATIENCE_MS = 5_000
const DAY_MS = 86_400_000
const SOON_DAYS = 14

const isLocal = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]', '0.0.0.0'].includes(host)

async function certificateEnd(host: string, port: number): Promise<Date> {
  // A certificate that has ended is a finding, so it must not stop the handshake.
  const socket = connectTls({
    host,
    port,
    ...(isIP(host) === 0 && { servername: host }),
    rejectUnauthorized: false,
    timeout: PATIENCE_MS,
  })
  socket.once('timeout', () => socket.destroy(new Error(`${host} 没有回应`)))
  try {
    await once(socket, 'secureConnect')
    return new Date(socket.getPeerCertificate().valid_to)
  } finally {
    socket.destroy()
  }
}

/** Looks at the public address: https, and how long its certificate is still valid. */
export const checkAddress = ({ publicBaseUrl, nodeEnv }: Config, now: Date): Promise<Finding> =>
  finding('address', async () => {
    const { protocol, hostname, port } = new URL(publicBaseUrl)
    if (protocol === 'http:') {
      const isDemo = nodeEnv !== 'production' || isLocal(hostname)
      if (isDemo) return { health: 'ok', words: `对外网址 ${publicBaseUrl}，只在本机试用` }
      const mend = '配好证书，把 PUBLIC_BASE_URL 改成 https:// 开头；小程序只认 https'
      return { health: 'broken', words: `对外网址 ${publicBaseUrl} 没有加密`, mend }
    }
    const end = await certificateEnd(hostname, Number(port) || 443)
    const days = Math.floor((end.getTime() - now.getTime()) / DAY_MS)
    if (days < 0) return { health: 'broken', words: `证书 ${-days} 天前过期了`, mend: '马上换证书' }
    const words = `证书还有 ${days} 天到期`
    return days < SOON_DAYS ? { health: 'soon', words, mend: '换证书' } : { health: 'ok', words }
  })

/** Asks WeChat for an access token with the configured appid and secret. */
export const checkWechat = ({ wechat }: Config, clock: Clock): Promise<Finding> =>
  finding('wechat', async () => {
    if (wechat.fake) return { health: 'ok', words: '用的是内置的假微信，只供试用' }
    const tokens = createAccessTokens({ ...wechat, timeoutMs: PATIENCE_MS, clock })
    if ((await tokens.current()) !== null) return { health: 'ok', words: '微信接口连得上，AppID 和密钥都对' }
    const mend = '看 WECHAT_APPID、WECHAT_SECRET 对不对，本机的出口地址在不在公众平台的 IP 白名单里，网通不通'
    return { health: 'broken', words: '微信没有给出接口凭据：登录、消息、内容检查都用不了', mend }
  })
