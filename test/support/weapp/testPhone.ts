import { RealNetwork } from './realNetwork'
import type { AppHandle, Host, HostRequest, NetworkState, PhoneSettings } from './types'

const PATIENCE_MS = 5_000
const LOOK_EVERY_MS = 15
/** The net and the page must have been quiet for this long. */
const QUIET_MS = 60

export interface PhoneOptions extends Partial<PhoneSettings> {
  /** Folder of the weapp build. */
  dist: string
  /** Origin of the running server, or null for an app that asks nothing. */
  server: string | null
  /** A fresh login code for the person who holds the phone. */
  loginCode?: () => Promise<string>
}

/** A handle whose app runs elsewhere: every call is a promise. */
export type RemoteHandle = {
  [K in keyof AppHandle]: (...args: Parameters<AppHandle[K]>) => Promise<Awaited<ReturnType<AppHandle[K]>>>
}

/** A window that an app has been booted in. */
export interface Window {
  handle: RemoteHandle
  close(): Promise<void>
}

export type OpenWindow = (options: PhoneOptions, host: Host) => Promise<Window>

/**
 * A phone with the real weapp build on it. What a person can do is here: look, press, write, wait, share,
 * lose the net, close the app and open it again. Storage outlives a relaunch; nothing else does.
 */
export class TestPhone {
  private constructor(
    private readonly options: PhoneOptions,
    private readonly openWindow: OpenWindow,
    private readonly network: RealNetwork,
    private window: Window,
  ) {}

  static async launch(options: PhoneOptions, openWindow: OpenWindow): Promise<TestPhone> {
    const network = new RealNetwork(options.server)
    const window = await openWindow(options, hostFor(options, network))
    const phone = new TestPhone(options, openWindow, network, window)
    await phone.settle()
    return phone
  }

  /** The remote control, for what has no word of its own here. */
  get app(): RemoteHandle {
    return this.window.handle
  }

  /** Requests since the phone was bought, oldest first. */
  get exchanges() {
    return this.network.exchanges
  }

  async press(name: string): Promise<void> {
    await this.app.press(name)
    await this.settle()
  }

  async write(label: string, value: string): Promise<void> {
    await this.app.write(label, value)
    await this.settle()
  }

  /** Press a picker and take one of its choices. */
  async choose(picker: string, choice: string): Promise<void> {
    await this.press(picker)
    await this.press(choice)
  }

  async goBack(): Promise<void> {
    await this.app.back()
    await this.settle()
  }

  /** Wait until the visible page says `text`. */
  async see(text: string): Promise<void> {
    await this.until(async () => (await this.app.text()).includes(text), `the page never said "${text}"`)
  }

  /** Wait until nothing is under way any more. */
  async settle(): Promise<void> {
    let quietSince = Date.now()
    let last = ''
    await this.until(async () => {
      const now = JSON.stringify([
        await this.app.pending(),
        await this.app.route(),
        (await this.app.cost()).setData,
      ])
      if (now !== last || !now.startsWith('[0,')) quietSince = Date.now()
      last = now
      return Date.now() - quietSince >= QUIET_MS
    }, 'the page never came to rest')
  }

  async until(condition: () => Promise<boolean>, complaint: string, patience = PATIENCE_MS): Promise<void> {
    const end = Date.now() + patience
    while (!(await condition())) {
      if (Date.now() > end) throw new Error(`${complaint}\n${await this.describe()}`)
      await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS))
    }
  }

  async setNetwork(state: NetworkState): Promise<void> {
    this.options.network = state
    await this.app.setNetwork(state)
  }

  /** Close the app and open it again, as after a day; what was stored is still there. */
  async relaunch(changes: Partial<PhoneSettings> = {}): Promise<void> {
    const storage = await this.app.storage()
    await this.window.close()
    const options = Object.assign(this.options, { entry: undefined, storage }, changes)
    this.window = await this.openWindow(options, hostFor(options, this.network))
    await this.settle()
  }

  async close(): Promise<void> {
    await this.window.close()
  }

  private async describe(): Promise<string> {
    const errors = await this.app.errors()
    return [`route: ${await this.app.route()}`, `text: ${await this.app.text()}`, ...errors].join('\n')
  }
}

function hostFor(options: PhoneOptions, network: RealNetwork): Host {
  const { entry, scene, fontSizeSetting, theme, storage } = options
  return {
    settings: {
      entry: entry ?? '',
      scene: scene ?? 1001,
      fontSizeSetting: fontSizeSetting ?? 16,
      theme: theme ?? 'light',
      network: options.network ?? 'online',
      storage: storage ?? {},
    },
    request: (request: HostRequest) => network.request(request),
    loginCode: options.loginCode ?? (() => Promise.reject(new Error('nobody holds this phone'))),
  }
}
