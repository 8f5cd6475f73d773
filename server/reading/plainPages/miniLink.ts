import { LRUCache } from 'lru-cache'
import type { Services } from '@server/platform/services'
import type { WechatClient } from '@server/platform/wechat'

/** Page of the mini program that reads the `scene` of a code, see miniapp/src/pages/entry. */
const PATH = 'pages/entry/index'
const MOST_KEPT = 2_000
/** A link is kept for 20 of the 30 days that it works. */
const KEPT_MS = 20 * 24 * 3600 * 1000

const kept = new WeakMap<WechatClient, LRUCache<string, string>>()

function keptBy(wechat: WechatClient): LRUCache<string, string> {
  const known = kept.get(wechat) ?? new LRUCache<string, string>({ max: MOST_KEPT, ttl: KEPT_MS })
  kept.set(wechat, known)
  return known
}

/** Returns a URL Link that opens what a code names, `n/短码`, in the mini program; null: none is configured or made. */
export async function miniLink(
  { config, wechat }: Pick<Services, 'config' | 'wechat'>,
  scene: string,
): Promise<string | null> {
  if (!config.wechat.urlLink) return null
  const links = keptBy(wechat)
  const link = links.get(scene) ?? (await wechat.makeLink({ path: PATH, query: `scene=${scene}` }))
  if (link !== null) links.set(scene, link)
  return link
}
