/** A field as read: its value and, in Chinese, every reason to doubt it. */
export interface Reading<T> {
  value: T
  doubts: string[]
}

export const sure = <T>(value: T): Reading<T> => ({ value, doubts: [] })

export const doubtful = <T>(value: T, ...doubts: string[]): Reading<T> => ({ value, doubts })
