import { readCode } from '@shared/common/codeText'

/** Address inside the app of what a code on a wall says; null for a code of something else. */
export function addressOfCode(text: string): string | null {
  const board = /\/v\/([A-Z0-9][A-Z0-9-]{0,31})(?:[/?#]|$)/.exec(text)
  if (board) return `/pages/home/index?org=${board[1]!}`
  const inApp = /(?:#|^)\/?((?:pages|packages)\/[\w/-]+(?:\?[^#]*)?)$/.exec(text)
  if (inApp) return `/${inApp[1]!}`
  return readCode(text) ? `/pages/entry/index?code=${encodeURIComponent(text)}` : null
}
