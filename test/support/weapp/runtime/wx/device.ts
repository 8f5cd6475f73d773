import { asynchronous, WxFailure, type WxOptions } from './callbacks'
import type { Dialogs } from './dialogs'
import type { Journal } from '../journal'
import type { PhoneSettings } from '../../types'
import { recordOf } from '../record'

type Listener = (change: object) => void

/** What the app may ask about the phone and about its own launch. */
export class Device {
  private readonly themeListeners = new Set<Listener>()
  private readonly missingPageListeners = new Set<Listener>()
  private readonly hideListeners = new Set<Listener>()
  private readonly updateListeners = new Set<() => void>()

  constructor(
    private readonly settings: PhoneSettings,
    private readonly launch: object,
    private readonly dialogs: Dialogs,
    private readonly journal: Journal,
  ) {}

  /** Notify the app that the page it was opened with does not exist; false: it does not listen. */
  missPage(page: object): boolean {
    for (const listener of this.missingPageListeners) listener(page)
    return this.missingPageListeners.size > 0
  }

  /** From now on WeChat refuses a function, with these words. */
  refuse = (name: string, words: string): void => void (this.settings.failing[name] = words)

  /** The app goes to the background. */
  hide(): void {
    for (const listener of this.hideListeners) listener({})
  }

  /** WeChat has fetched a new version of the app. */
  bringUpdate(): void {
    for (const listener of this.updateListeners) listener()
  }

  setTheme(theme: PhoneSettings['theme']): void {
    this.settings.theme = theme
    for (const listener of this.themeListeners) listener({ theme })
  }

  private info() {
    const width = window.innerWidth || 375
    const height = window.innerHeight || 667
    return {
      brand: 'HUAWEI',
      model: 'test phone',
      platform: 'android',
      system: 'Android 10',
      language: 'zh_CN',
      version: '8.0.50',
      SDKVersion: '3.5.0',
      pixelRatio: 2,
      screenWidth: width,
      screenHeight: height,
      windowWidth: width,
      windowHeight: height,
      statusBarHeight: 20,
      safeArea: { top: 20, bottom: height, left: 0, right: width, width, height: height - 20 },
      fontSizeSetting: this.settings.fontSizeSetting,
      fontSizeScaleFactor: this.settings.fontSizeSetting / 16,
      theme: this.settings.theme,
    }
  }

  /** One dialog for all templates; who presses 取消 rejects each of them. */
  private async subscribe({ tmplIds }: WxOptions) {
    const choices = [
      { label: '允许', value: 'accept' },
      { label: '取消', value: 'reject' },
    ]
    const { value } = await this.dialogs.ask('接收下面的消息', '', choices)
    return recordOf((tmplIds as string[]).map(id => [id, value]))
  }

  api(): Record<string, unknown> {
    const info = () => this.info()
    const ignore = () => undefined
    const silent = ['onAppShow', 'onUnhandledRejection', 'onWindowResize']
    return {
      ...recordOf(
        silent.flatMap(name => [
          [name, ignore],
          [name.replace(/^on/, 'off'), ignore],
        ]),
      ),
      getSystemInfoSync: info,
      getSystemInfoAsync: (options: { success?(result: object): void }) => options.success?.(info()),
      getSystemInfo: (options: { success?(result: object): void }) => options.success?.(info()),
      getWindowInfo: info,
      getDeviceInfo: info,
      getAppBaseInfo: info,
      getSystemSetting: () => ({}),
      getAppAuthorizeSetting: () => ({}),
      getAccountInfoSync: () => ({
        miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
      }),
      getLaunchOptionsSync: () => this.launch,
      getEnterOptionsSync: () => this.launch,
      getMenuButtonBoundingClientRect: () => ({
        top: 24,
        left: 278,
        right: 365,
        bottom: 56,
        width: 87,
        height: 32,
      }),
      getUpdateManager: () => ({
        onCheckForUpdate: ignore,
        onUpdateReady: (listener: () => void) => this.updateListeners.add(listener),
        onUpdateFailed: ignore,
        applyUpdate: () => (this.journal.lastToast = '正在重新打开'),
      }),
      getRealtimeLogManager: () => ({
        error: (...texts: unknown[]) => this.journal.logged.push(texts.map(String).join(' ')),
      }),
      onError: (listener: (text: string) => void) => this.journal.listeners.add(listener),
      offError: (listener: (text: string) => void) => this.journal.listeners.delete(listener),
      onAppHide: (listener: Listener) => this.hideListeners.add(listener),
      offAppHide: (listener: Listener) => this.hideListeners.delete(listener),
      onPageNotFound: (listener: Listener) => this.missingPageListeners.add(listener),
      offPageNotFound: (listener: Listener) => this.missingPageListeners.delete(listener),
      makePhoneCall: asynchronous('makePhoneCall', async ({ phoneNumber }) => {
        const choices = [
          { label: '呼叫', value: 'call' },
          { label: '取消', value: 'cancel' },
        ]
        const { value } = await this.dialogs.ask('', String(phoneNumber), choices)
        if (value === 'cancel') throw new WxFailure('cancel')
        return {}
      }),
      setClipboardData: asynchronous('setClipboardData', () => ({})),
      openAppAuthorizeSetting: asynchronous('openAppAuthorizeSetting', () => ({})),
      openSetting: asynchronous('openSetting', () => ({ authSetting: {} })),
      requestSubscribeMessage: asynchronous('requestSubscribeMessage', options => this.subscribe(options)),
      scanCode: asynchronous('scanCode', () => {
        if (this.settings.code === '') throw new WxFailure('cancel')
        return { result: this.settings.code, scanType: 'QR_CODE' }
      }),
      onThemeChange: (listener: Listener) => this.themeListeners.add(listener),
      offThemeChange: (listener: Listener) => this.themeListeners.delete(listener),
      nextTick: (callback: () => void) => void Promise.resolve().then(callback),
    }
  }
}
