/** Address inside the app of what a code on a wall says; null for a code of something else. */
export function addressOfCode(text: string): string | null {
  const board = /\/v\/([A-Z0-9][A-Z0-9-]{0,31})(?:[/?#]|$)/.exec(text)
  if (board) return `/pages/home/index?org=${board[1]!}`
  const inApp = /(?:#|^)\/?((?:pages|packages)\/[\w/-]+(?:\?[^#]*)?)$/.exec(text)
  return inApp ? `/${inApp[1]!}` : null
}
