import type { KeyOf } from './call'

interface Sent {
  text: string
  file: unknown
  key: string
}

export interface Keyring {
  keyOf: KeyOf
  /** Forgets all requests: they have an answer. */
  forget: () => void
}

/** Holds the keys of the requests that have no answer yet: the same request keeps its key, a changed one gets another. */
export function createKeyring(makeKey: () => string): Keyring {
  let sent: Sent[] = []
  return {
    keyOf: (text, file) => {
      const known = sent.find(one => one.text === text && one.file === file)
      if (known) return known.key
      const key = makeKey()
      sent.push({ text, file, key })
      return key
    },
    forget: () => {
      sent = []
    },
  }
}
