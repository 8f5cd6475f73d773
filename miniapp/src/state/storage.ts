import Taro from '@tarojs/taro'

/** Storage of the phone or browser. A full or forbidden storage never stops a page: it only forgets. */
export function readStored<T>(key: string): T | null {
  try {
    const value: T | '' = Taro.getStorageSync(key)
    return value === '' || value === undefined ? null : value
  } catch {
    return null
  }
}

export function writeStored(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, value)
    return true
  } catch {
    return false
  }
}

export function dropStored(key: string): void {
  try {
    Taro.removeStorageSync(key)
  } catch {
    // nothing stored, nothing to forget
  }
}
