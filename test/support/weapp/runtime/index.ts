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
  for (let tries = 0; tries < 50 && phone.stack.routes().length === 0; tries += 1) {
    await new Promise(resolve => window.setTimeout(resolve, 1))
  }
  return createHandle(phone)
}
