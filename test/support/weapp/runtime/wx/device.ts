import { asynchronous, WxFailure } from './callbacks'
import type { PhoneSettings } from '../../types'

type Listener = (change: object) => void

/** What the app may ask about the phone and about its own launch. */
export class Device {
  private readonly themeListeners = new Set<Listener>()

  constructor(
    private readonly settings: PhoneSettings,
    private readonly launch: object,
  ) {}

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

  api(): Record<string, unknown> {
    const info = () => this.info()
    const ignore = () => undefined
    const silent = [
      'onAppShow',
      'onAppHide',
      'onError',
      'onUnhandledRejection',
      'onPageNotFound',
      'onWindowResize',
    ]
    return {
      ...Object.fromEntries(
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
        onUpdateReady: ignore,
        onUpdateFailed: ignore,
        applyUpdate: ignore,
      }),
      scanCode: asynchronous('scanCode', () => {
        if (this.settings.code === '') throw new WxFailure('cancel')
        return { result: this.settings.code, scanType: 'QR_CODE' }
      }),
      onThemeChange: (listener: Listener) => this.themeListeners.add(listener),
      offThemeChange: (listener: Listener) => this.themeListeners.delete(listener),
      canIUse: () => true,
      nextTick: (callback: () => void) => void Promise.resolve().then(callback),
    }
  }
}
