import type { Browser } from 'playwright-core'
import type { Visitor } from '../journeys/visitor'
import { authenticatorOf, logInByPhone, passFactor } from '../journeys/webLogin'
import { openJsdomWindow } from '../weapp/jsdomWindow'
import { WEAPP_DIST } from '../weapp/servedPhones'
import { TestPhone } from '../weapp/testPhone'
import type { NetworkState } from '../weapp/types'
import { H5Visitor, type H5Options } from './h5Visitor'

/** Where people work: the browser, the server, and the server that answers logins by WeChat if it is another. */
export interface Premises {
  browser: Browser
  url: string
  doorway?: string
  loginCode(persona: string): Promise<string>
}

/** The people of one server with their phones and tabs. */
export class Office {
  private readonly phones = new Map<string, TestPhone>()
  private readonly visitors: OfficeVisitor[] = []

  constructor(readonly premises: Premises) {}

  /** The person's phone with the real weapp build, logged in by WeChat. `again`: its login may have ended since. */
  async phoneOf(persona: string, again = false): Promise<TestPhone> {
    const kept = this.phones.get(persona)
    if (kept && again) await kept.logIn(persona)
    if (kept) return kept
    const { url: server, doorway, loginCode } = this.premises
    const phone = await TestPhone.launch(
      { dist: WEAPP_DIST, server, ...(doorway && { doorway }), loginCode },
      openJsdomWindow,
    )
    this.phones.set(persona, phone)
    await phone.logIn(persona)
    return phone
  }

  async open(options: H5Options = {}): Promise<OfficeVisitor> {
    const visitor = await OfficeVisitor.open(this, options)
    this.visitors.push(visitor)
    return visitor
  }

  /** Faults that the phones have met. */
  async phoneErrors(): Promise<string[]> {
    const all = await Promise.all([...this.phones.values()].map(phone => phone.errors()))
    return all.flat()
  }

  async close(): Promise<void> {
    for (const visitor of this.visitors.splice(0)) await visitor.close()
    for (const phone of this.phones.values()) await phone.close()
    this.phones.clear()
  }
}

/**
 * The web app where it offers no test login, as in production: who logs in scans with the phone and gives the second factor.
 * Each person has a tab of their own; `logIn` goes to it.
 */
export class OfficeVisitor implements Visitor {
  private readonly tabs = new Map<string, H5Visitor>()

  private constructor(
    private readonly office: Office,
    private readonly options: H5Options,
    /** The tab in front. */
    private tab: H5Visitor,
  ) {}

  static async open(office: Office, options: H5Options): Promise<OfficeVisitor> {
    return new OfficeVisitor(office, options, await openTab(office, options))
  }

  get page() {
    return this.tab.page
  }

  async logIn(persona: string): Promise<void> {
    await this.sitDown(persona)
    await this.tab.visit('/pages/mine/index')
    if (!(await this.tab.text()).includes('退出登录')) {
      await logInByPhone(this.tab, await this.office.phoneOf(persona, true))
    }
    await passFactor(this.tab, authenticatorOf(this.office.premises.url, persona))
  }

  /** The first person takes the tab that is open. */
  private async sitDown(persona: string): Promise<void> {
    const own = this.tabs.get(persona)
    if (own) this.tab = own
    else if (this.tabs.size > 0) this.tab = await openTab(this.office, this.options)
    this.tabs.set(persona, this.tab)
  }

  route = () => this.tab.route()
  text = () => this.tab.text()
  readAll = (selector: string) => this.tab.readAll(selector)
  press = (name: string, role?: 'button' | 'link' | 'tab') => this.tab.press(name, role)
  write = (label: string, value: string) => this.tab.write(label, value)
  choose = (field: string, option: string) => this.tab.choose(field, option)
  pickDate = (field: string, day: string) => this.tab.pickDate(field, day)
  see = (text: string) => this.tab.see(text)
  goBack = () => this.tab.goBack()
  setNetwork = (state: NetworkState) => this.tab.setNetwork(state)
  holdFile = (path: string) => this.tab.holdFile(path)
  visit = (url: string) => this.tab.visit(url)

  async errors(): Promise<string[]> {
    const all = await Promise.all([...new Set([this.tab, ...this.tabs.values()])].map(tab => tab.errors()))
    return all.flat()
  }

  async close(): Promise<void> {
    for (const tab of new Set([this.tab, ...this.tabs.values()])) await tab.close()
  }
}

const openTab = ({ premises: { browser, url } }: Office, options: H5Options): Promise<H5Visitor> =>
  H5Visitor.open(browser, url, options)
