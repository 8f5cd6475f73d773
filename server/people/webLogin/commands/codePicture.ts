import { moduleSvg } from '@shared/common/moduleSvg'
import { qrModules } from '@shared/presentation/qrModules'
import type { Services } from '@server/platform/services'

/** Page of the mini program that a 小程序码 opens with the ticket as its `scene`. */
const PAGE = 'packages/account/pages/confirm/index'

/** Address that a plain code carries: the mini program reads the ticket from it, and WeChat's scanner by a rule for this path. */
const addressOf = (base: string, ticket: string): string => `${base}/login/${ticket}`

/**
 * Draws the code to scan as a data URL: a 小程序码, which WeChat's own scanner opens, where one is configured and WeChat makes
 * it, else a plain QR code.
 */
export async function codePicture({ config, wechat }: Services, ticket: string): Promise<string> {
  const made = config.wechat.loginCode ? await wechat.makeCode({ scene: ticket, page: PAGE }) : null
  if (made) return `data:${made.mime};base64,${made.bytes.toString('base64')}`
  return moduleSvg(qrModules(addressOf(config.publicBaseUrl, ticket)))
}
