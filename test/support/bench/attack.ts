/** The five cheap requests of the security review, in its order. */
export const ATTACKS = [
  { name: 'packed-one', what: 'gzip 1 kB，1 条连接', connections: 1, measured: 12 },
  { name: 'packed-fifty', what: 'gzip 1 kB，50 条连接', connections: 50, measured: 12.5 },
  { name: 'nested-one', what: '1 MB 的 [[[[，1 条连接', connections: 1, measured: 12 },
  { name: 'nested-eight', what: '1 MB 的 [[[[，8 条连接', connections: 8, measured: 12 },
  { name: 'many-four', what: '1 MB 的 [{},{}…]，4 条连接', connections: 4, measured: 12 },
] as const
export type AttackName = (typeof ATTACKS)[number]['name']

export interface AttackOrder {
  url: string
  name: AttackName
  /** Addresses that the requests come from, in turn. */
  addresses: number
  connections: number
  perSecond: number
  milliseconds: number
}

export interface AttackDone {
  sent: number
  answers: number
  /** Answers by status; 0: cut off. */
  statuses: Record<number, number>
}
