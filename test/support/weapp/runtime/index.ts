import type { AppHandle, Host, WeappBundle } from '../types'
import { createHandle } from './handle'
import { createPhone } from './phone'

/**
 * Boot a packed weapp in this window: run `app.js`, call the launch hooks, open the entry page.
 * @returns the remote control; errors of the app are in `errors()`, errors of the runner are thrown
 */
export async function boot(bundle: WeappBundle, host: Host): Promise<AppHandle> {
  const phone = createPhone(bundle, host)
  phone.start()
  await Promise.resolve()
  return createHandle(phone)
}
