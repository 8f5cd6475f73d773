import Taro from '@tarojs/taro'

/** Storage of phone or browser. Failures are ignored; callers treat them as a cache miss. */
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
    // Nothing stored, so nothing to delete.
  }
}
