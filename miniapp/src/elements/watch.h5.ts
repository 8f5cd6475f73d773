import { keepAppOffline } from './platform.h5'
import type { ReportFault } from './types'

const textOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))

/**
 * Browser version of watch.ts: the service worker brings new versions, the router shows the home page for unknown ones.
 * Reports faults.
 */
export function watchApp(_pageFor: () => string, report: ReportFault): void {
  keepAppOffline()
  const page = () => window.location.hash.slice(1)
  window.addEventListener('error', ({ message }) => report('script', message, page()))
  window.addEventListener('unhandledrejection', ({ reason }) => report('rejection', textOf(reason), page()))
}
