import type { CaseEventKind } from '@server/domain/power/case'
import type { Ballots } from '@shared/contract/power/case'
import type { Role } from '@shared/contract/people/auth'
import type { z } from 'zod'

interface Who {
  by: Exclude<Role, 'villager'>
  daysAgo: number
}

export type Move = Who &
  (
    | { kind: 'claim' }
    | { kind: 'finish'; result: string | null }
    | { kind: 'vote'; ballots: z.infer<typeof Ballots> }
    | { kind: Extract<CaseEventKind, 'stop' | 'remark'>; reason: string }
  )

export interface Story extends Who {
  itemCode: string
  title: string
  amountFen: number | null
  /** 收款方, once it is known. */
  payee?: string
  moves: readonly Move[]
  /** Name of the catalogue item that already discloses its result. */
  disclosedIn?: string
}

const done = (by: Who['by'], daysAgo: number, result: string | null = null): Move => ({
  kind: 'finish',
  by,
  daysAgo,
  result,
})

/** Case stories in all demonstrated states, newest first. */
export const CASE_STORIES: readonly Story[] = [
  {
    itemCode: 'XM-01',
    title: '村东灌溉渠清淤修补',
    amountFen: 6_800_000,
    by: 'editor',
    daysAgo: 40,
    moves: [
      done('editor', 38),
      done('head', 35),
      done('head', 31),
      { kind: 'remark', by: 'supervisor', daysAgo: 30, reason: '会前请把预算和估价依据一起发给代表。' },
      { kind: 'claim', by: 'editor', daysAgo: 30 },
    ],
  },
  {
    itemCode: 'XM-01',
    title: '村部门口路灯更换',
    amountFen: 800_000,
    payee: '东和照明工程队',
    by: 'editor',
    daysAgo: 28,
    moves: [
      done('editor', 27),
      done('head', 25),
      done('head', 22),
      done('head', 18),
      done('head', 14),
      { kind: 'claim', by: 'editor', daysAgo: 13 },
    ],
  },
  {
    itemCode: 'BM-01',
    title: '一组一户申请低保',
    amountFen: null,
    by: 'street-clerk',
    daysAgo: 24,
    moves: [
      done('street-clerk', 23),
      done('street-clerk', 10, '符合'),
      { kind: 'claim', by: 'editor', daysAgo: 9 },
    ],
  },
  {
    itemCode: 'CG-01',
    title: '采购会议室桌椅',
    amountFen: 960_000,
    by: 'editor',
    daysAgo: 16,
    moves: [
      done('editor', 15),
      { kind: 'stop', by: 'supervisor', daysAgo: 13, reason: '和上个月的采购像是一件事，请先说明。' },
    ],
  },
  {
    itemCode: 'BM-06',
    title: '三组一户申请高龄补贴',
    amountFen: null,
    by: 'editor',
    daysAgo: 60,
    moves: [done('editor', 59), done('street-clerk', 52, '同意'), done('editor', 48)],
    disclosedIn: '老年人补贴',
  },
  {
    itemCode: 'CG-01',
    title: '采购会议室桌椅（首批）',
    amountFen: 920_000,
    by: 'editor',
    daysAgo: 66,
    moves: [done('editor', 65)],
  },
]
