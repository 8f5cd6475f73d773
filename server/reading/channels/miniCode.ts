import { LRUCache } from 'lru-cache'
import sharp from 'sharp'
import { plainPaths } from '@server/platform/config/publicAddresses'
import type { Services } from '@server/platform/services'
import type { WechatClient } from '@server/platform/wechat'

/** Page of the mini program that reads the `scene` of a code, see miniapp/src/pages/entry. */
const PAGE = 'pages/entry/index'
/** Enough for 29 mm on paper. */
const WIDTH = 430
const MOST_KEPT = 200

const kept = new WeakMap<WechatClient, LRUCache<string, Buffer>>()

function keptBy(wechat: WechatClient): LRUCache<string, Buffer> {
  const known = kept.get(wechat) ?? new LRUCache<string, Buffer>({ max: MOST_KEPT })
  kept.set(wechat, known)
  return known
}

/**
 * Returns the 小程序码 of a notice as PNG without transparency; its `scene` is the path of the notice's plain page, `n/短码`.
 * Null: not configured, or WeChat makes none now; the address as a QR code serves as well.
 */
export async function miniCode(
  { config, wechat }: Pick<Services, 'config' | 'wechat'>,
  noticeId: string,
): Promise<Buffer | null> {
  if (!config.wechat.printCode) return null
  const scene = plainPaths.notice(noticeId).slice(1)
  const codes = keptBy(wechat)
  const known = codes.get(scene)
  if (known) return known
  const made = await wechat.makeCode({ scene, page: PAGE, width: WIDTH })
  if (!made) return null
  const png = await sharp(made.bytes).flatten({ background: '#ffffff' }).png().toBuffer()
  codes.set(scene, png)
  return png
}
