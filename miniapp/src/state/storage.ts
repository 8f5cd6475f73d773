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

/** Below WeChat's limit of 1 MB for one key. */
const LARGEST = 1_000_000
const byteOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : 3)

/** True if WeChat would not store a value, however much room there is. */
function isTooLarge(value: unknown): boolean {
  const json = JSON.stringify(value) ?? ''
  let bytes = 0
  for (let at = 0; at < json.length; at += 1) bytes += byteOf(json.charCodeAt(at))
  return bytes > LARGEST
}

let makeRoom: () => boolean = () => false

/** Sets what gives way when the storage is full: drops one entry, false if there is none left. */
export function whenFull(dropOne: () => boolean): void {
  makeRoom = dropOne
}

function isWritten(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, value)
    return true
  } catch {
    return false
  }
}

/** Stores a value, at the cost of offline copies if the storage is full: a login and a draft matter more. */
export function writeStored(key: string, value: unknown): boolean {
  if (isWritten(key, value)) return true
  if (isTooLarge(value)) return false
  while (makeRoom()) if (isWritten(key, value)) return true
  return false
}

export function dropStored(key: string): void {
  try {
    Taro.removeStorageSync(key)
  } catch {
    // Nothing stored, so nothing to delete.
  }
}
