import type { Visitor } from '../journeys/visitor'
import type { Way } from '../reach/walk'
import { DECLARED_FUNCTIONS, PRIVATE_FUNCTIONS } from './phoneFacts'
import { RealNetwork } from './realNetwork'
import type { AppHandle, Host, HostRequest, NetworkState, PhoneSettings } from './types'

const PATIENCE_MS = 60_000
const LOOK_EVERY_MS = 15
/** The net and the page must have been quiet for this long. */
const QUIET_MS = 60

/** A new phone, opened from WeChat's main entrance. */
const USUAL_SETTINGS: PhoneSettings = {
  entry: '',
  scene: 1001,
  fontSizeSetting: 16,
  theme: 'light',
  network: 'online',
  haste: 1,
  storage: {},
  code: '',
  file: '',
  privacy: 'agreed',
  privateFunctions: PRIVATE_FUNCTIONS,
  declaredFunctions: DECLARED_FUNCTIONS,
  failing: {},
  missing: null,
}

export interface PhoneOptions extends Partial<PhoneSettings> {
  /** Folder of the weapp build. */
  dist: string
  /** Origin of the running server, or null for an app that asks nothing. */
  server: string | null
  /** Origin that answers logins by WeChat, where it is another. */
  doorway?: string
  /** How long to wait for what should come, ms. */
  patience?: number
  /** A fresh login code of a persona. */
  loginCode?: (persona: string) => Promise<string>
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
export class TestPhone implements Visitor {
  private persona = ''
  private window: Window | null = null
  /** Functions of `wx` that the app asked for and the runner does not model, of all windows closed so far. */
  readonly missing: string[] = []

  private constructor(
    private readonly options: PhoneOptions,
    private readonly openWindow: OpenWindow,
    private readonly network: RealNetwork,
  ) {}

  static async launch(given: PhoneOptions, openWindow: OpenWindow): Promise<TestPhone> {
    const options = { ...given }
    const network = new RealNetwork(options.server, options.doorway)
    const phone = new TestPhone(options, openWindow, network)
    await phone.boot()
    return phone
  }

  /** The remote control, for what has no word of its own here. */
  get app(): RemoteHandle {
    if (!this.window) throw new Error('the phone is off')
    return this.window.handle
  }

  /** Requests since the phone was bought, oldest first. */
  get exchanges() {
    return this.network.exchanges
  }

  route = () => this.app.route()
  text = () => this.app.text()
  readAll = (selector: string) => this.app.readAll(selector)
  errors = () => this.app.errors()

  depth = async () => (await this.app.stack()).length

  /** What may lead to another page or part. */
  async ways(): Promise<Way[]> {
    const pressables = (await this.app.pressables()).filter(({ disabled }) => !disabled)
    return pressables.flatMap<Way>(({ name, kind, role, opens }) => {
      const way = opens ?? (role === 'link' || role === 'tab' ? role : null)
      // A list says its label, then what is chosen.
      return way ? [{ name: way === 'list' ? name.split(',')[0]! : name, role: way, kind }] : []
    })
  }

  /** A list of choices is a sheet over the page, with a last button that leaves things as they are. */
  async choicesOf(list: string): Promise<string[]> {
    await this.press(list)
    const offered = (await this.app.pressables()).map(({ name }) => name)
    // The press may have met another thing whose name has the same words.
    if (!offered.includes('取消')) return []
    await this.press('取消')
    return offered.filter(name => name !== '取消' && name !== '确定')
  }

  async press(name: string, role?: 'button' | 'link' | 'tab'): Promise<void> {
    await this.retry(() => this.app.press(name, role))
    await this.settle()
  }

  async write(label: string, value: string): Promise<void> {
    await this.retry(() => this.app.write(label, value))
    await this.settle()
  }

  /** Press a picker and take one of its choices. */
  async choose(picker: string, choice: string): Promise<void> {
    await this.press(picker)
    await this.press(choice)
  }

  /** Press a picker of days, set its wheels, confirm. */
  async pickDate(picker: string, day: string): Promise<void> {
    await this.press(picker)
    await this.write('选择', day)
    await this.press('确定')
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
      const { route, setData, nodes } = await this.app.cost()
      const pending = await this.app.pending()
      const now = JSON.stringify([route, setData, nodes])
      if (now !== last || pending > 0 || nodes === 0) quietSince = Date.now()
      last = now
      return Date.now() - quietSince >= QUIET_MS
    }, 'the page never came to rest')
  }

  async until(condition: () => Promise<boolean>, complaint: string): Promise<void> {
    const end = Date.now() + this.patience()
    while (!(await condition())) {
      if (Date.now() > end) throw new Error(`${complaint}\n${await this.describe()}`)
      await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS))
    }
  }

  /** What is not there yet may still come: try until patience ends, then fail with the last reason. */
  private async retry(work: () => Promise<void>): Promise<void> {
    const end = Date.now() + this.patience()
    for (;;) {
      try {
        return await work()
      } catch (problem) {
        if (Date.now() > end) throw problem
        await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS))
      }
    }
  }

  private patience(): number {
    return this.options.patience ?? PATIENCE_MS
  }

  /** Outlives closing the app, as a file in a chat does. */
  async holdFile(path: string): Promise<void> {
    this.options.file = path
    await this.app.holdFile(path)
  }

  async setNetwork(state: NetworkState): Promise<void> {
    this.options.network = state
    await this.app.setNetwork(state)
  }

  /** Close the app and open it again, as after a day; what was stored is still there. */
  async relaunch(changes: Partial<PhoneSettings> = {}): Promise<void> {
    await this.app.leave()
    const storage = await this.app.storage()
    await this.close()
    Object.assign(this.options, { entry: undefined, storage }, changes)
    await this.boot()
  }

  async visit(url: string): Promise<void> {
    await this.relaunch({ entry: url.replace(/^\//, ''), scene: 1011 })
  }

  /** Open an address while the app runs, as a message does. */
  async openAddress(url: string): Promise<void> {
    await this.app.reLaunch(url)
    await this.settle()
  }

  pressableNames = async () => (await this.app.pressables()).map(({ name }) => name)

  async logIn(persona: string): Promise<void> {
    this.persona = persona
    await this.visit('/pages/mine/index')
    await this.until(
      async () => /退出登录|用微信登录/.test(await this.text()),
      'the page never said who it is',
    )
    if ((await this.text()).includes('退出登录')) await this.press('退出登录')
    if (!(await this.text()).includes('✓ 我已看过并同意')) await this.press('我已看过并同意')
    await this.press('用微信登录')
    await this.see('退出登录')
  }

  async close(): Promise<void> {
    if (this.window) this.missing.push(...(await this.window.handle.unmodelled()))
    await this.window?.close()
    this.window = null
  }

  private async boot(): Promise<void> {
    this.window = await this.openWindow(this.options, this.host())
    await this.settle()
  }

  private host(): Host {
    const {
      dist: _dist,
      server: _server,
      doorway: _doorway,
      patience: _patience,
      loginCode,
      ...settings
    } = this.options
    const given = Object.entries(settings).filter(([, value]) => value !== undefined)
    return {
      settings: { ...USUAL_SETTINGS, ...(Object.fromEntries(given) as Partial<PhoneSettings>) },
      request: (request: HostRequest) => this.network.request(request),
      loginCode: () => loginCode?.(this.persona) ?? Promise.reject(new Error('nobody holds this phone')),
    }
  }

  private async describe(): Promise<string> {
    const errors = await this.app.errors()
    return [`route: ${await this.app.route()}`, `text: ${await this.app.text()}`, ...errors].join('\n')
  }
}
