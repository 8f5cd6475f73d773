import { asynchronous, WxFailure } from './callbacks'
import { recordOf } from '../record'

/** WeChat's limits for one key and for an app, bytes. */
const KEY_LIMIT = 1024 * 1024
const APP_LIMIT = 10 * KEY_LIMIT

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** The phone's storage: values are kept as JSON, so what comes back is a copy, as on a phone. */
export class Storage {
  private readonly entries: Map<string, string>

  constructor(initial: Record<string, string>) {
    this.entries = new Map(Object.entries(initial))
  }

  snapshot(): Record<string, string> {
    return recordOf(this.entries)
  }

  private write(key: string, value: unknown): void {
    const json = JSON.stringify(value ?? '')
    const bytes = bytesOf(json)
    const others = this.size() - bytesOf(this.entries.get(key) ?? '')
    if (bytes > KEY_LIMIT) throw new WxFailure('setStorage:fail entry size limit reached')
    if (others + bytes > APP_LIMIT) throw new WxFailure('setStorage:fail exceed storage max size 10Mb')
    this.entries.set(key, json)
  }

  private size(): number {
    return [...this.entries.values()].reduce((sum, json) => sum + bytesOf(json), 0)
  }

  private read(key: string): unknown {
    const json = this.entries.get(key)
    return json === undefined ? '' : (JSON.parse(json) as unknown)
  }

  private info() {
    return {
      keys: [...this.entries.keys()],
      currentSize: Math.ceil(this.size() / 1024),
      limitSize: APP_LIMIT / 1024,
    }
  }

  api(): Record<string, unknown> {
    return {
      getStorageSync: (key: string) => this.read(key),
      setStorageSync: (key: string, value: unknown) => this.write(key, value),
      removeStorageSync: (key: string) => void this.entries.delete(key),
      clearStorageSync: () => this.entries.clear(),
      getStorageInfoSync: () => this.info(),
      getStorageInfo: asynchronous('getStorageInfo', () => this.info()),
      getStorage: asynchronous('getStorage', ({ key }) => {
        if (!this.entries.has(String(key))) throw new WxFailure('data not found')
        return { data: this.read(String(key)) }
      }),
      setStorage: asynchronous('setStorage', ({ key, data }) => {
        this.write(String(key), data)
        return {}
      }),
      removeStorage: asynchronous('removeStorage', ({ key }) => {
        this.entries.delete(String(key))
        return {}
      }),
      clearStorage: asynchronous('clearStorage', () => {
        this.entries.clear()
        return {}
      }),
    }
  }
}
