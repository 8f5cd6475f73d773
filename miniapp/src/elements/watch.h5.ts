import { keepAppOffline } from './platform.h5'

/** Browser version of watch.ts: the service worker brings new versions, the router shows the home page for unknown ones. */
export function watchApp(_pageFor: () => string): void {
  keepAppOffline()
}
