import type { Browser, Page } from 'playwright-core'
import { packWeapp } from './pack'
import { RUNTIME_GLOBAL, runtimeScript } from './runtimeBundle'
import type { PhoneOptions, RemoteHandle, Window } from './testPhone'
import type { AppHandle, Host, HostRequest, RuntimeGlobal } from './types'

const BLANK = 'http://phone.invalid/'
const DOCUMENT =
  '<!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width,initial-scale=1"><body></body>'
const METHODS: (keyof AppHandle)[] = [
  ...([
    'route',
    'stack',
    'title',
    'text',
    'read',
    'readAll',
    'pressables',
    'press',
    'write',
    'back',
  ] as const),
  ...([
    'scrollToEnd',
    'pullDown',
    'share',
    'cost',
    'storage',
    'setNetwork',
    'setTheme',
    'blink',
    'leave',
    'refuse',
  ] as const),
  ...([
    'holdFile',
    'pending',
    'errors',
    'calls',
    'unmodelled',
    'scrolledTo',
    'logged',
    'bringUpdate',
  ] as const),
]

/** A window with a real layout: for pictures of the weapp and for what jsdom cannot measure. */
export interface ChromiumWindow extends Window {
  page: Page
}

/** Boot the app in a window of this browser, 375 × 667, without any network of its own. */
export const chromiumWindows = (browser: Browser) => async (options: PhoneOptions, host: Host) => {
  const context = await browser.newContext({
    viewport: { width: 375, height: 667 },
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    colorScheme: host.settings.theme,
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', problem => errors.push(`window: ${problem.stack ?? problem.message}`))
  await page.route('**/*', route =>
    route.request().url() === BLANK
      ? route.fulfill({ contentType: 'text/html', body: DOCUMENT })
      : route.abort(),
  )
  await page.exposeFunction('hostRequest', (request: HostRequest) => host.request(request))
  await page.exposeFunction('hostLoginCode', () => host.loginCode())
  await page.goto(BLANK)
  await page.addScriptTag({ content: runtimeScript() })
  await page.evaluate(
    async ({ bundle, settings, runtime }) => {
      const scope = window as unknown as Record<string, unknown>
      scope.app = await (scope[runtime] as RuntimeGlobal).boot(bundle, {
        settings,
        request: scope.hostRequest as (request: HostRequest) => ReturnType<typeof host.request>,
        loginCode: scope.hostLoginCode as () => Promise<string>,
      })
    },
    { bundle: packWeapp(options.dist), settings: host.settings, runtime: RUNTIME_GLOBAL },
  )
  const call =
    (name: string) =>
    (...args: unknown[]) =>
      page.evaluate(callApp, { name, args })
  const calls = Object.fromEntries(METHODS.map(name => [name, call(name)])) as unknown as RemoteHandle
  const handle = { ...calls, errors: async () => [...(await calls.errors()), ...errors] }
  const chromiumWindow: ChromiumWindow = { page, handle, close: () => context.close() }
  return chromiumWindow
}

/** Runs in the page. */
function callApp({ name, args }: { name: string; args: unknown[] }): unknown {
  const { app } = window as unknown as { app: Record<string, (...args: unknown[]) => unknown> }
  return app[name]?.(...args)
}
