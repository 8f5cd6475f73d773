import Taro from '@tarojs/taro'
import type { ReportFault } from './types'

/** Asks to restart with a new version once WeChat has fetched it. */
async function offerUpdate(manager: Taro.UpdateManager): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: '有新版本',
    content: '新版本已经准备好，重新打开后使用。没有保存的内容请先保存。',
    confirmText: '重新打开',
    cancelText: '以后再说',
  })
  if (confirm) manager.applyUpdate()
}

const textOf = (fault: unknown): string => (fault instanceof Error ? fault.message : JSON.stringify(fault))

/**
 * Follows the app's life: offers a new version, logs faults to WeChat's real-time log 实时日志 (their text only), and
 * leads from a page that no longer exists to another. Browser version: `watch.h5.ts`.
 * @param missing address of the page that is shown instead of a missing one
 * @param report sends a fault to the server
 */
export function watchApp(missing: () => string, report: ReportFault): void {
  const manager = Taro.getUpdateManager()
  manager.onUpdateReady(() => void offerUpdate(manager))
  const log = Taro.getRealtimeLogManager()
  const tell = (kind: Parameters<ReportFault>[0], fault: unknown) => {
    const text = textOf(fault)
    log.error(kind, text)
    report(kind, text, Taro.getCurrentPages().slice(-1)[0]?.route ?? '')
  }
  Taro.onError(error => tell('script', error))
  Taro.onUnhandledRejection(({ reason }) => tell('rejection', reason))
  Taro.onPageNotFound(({ path }) => {
    report('page', 'page not found', path)
    void Taro.reLaunch({ url: missing() })
  })
}
