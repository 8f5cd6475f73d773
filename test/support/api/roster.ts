import type {
  OwnResidencyClaim,
  RosterReport,
  StaffResidencyClaim,
} from '../../../shared/contract/people/roster'
import { idCheckCharacter } from '@server/domain/privacy/detectors/residentId'
import { bookOf } from '../tables/accountBook'
import { type Answer, type TestServer } from './testServer'
import { type Person, tokenOf } from './world'

/** People of the village V1 as its roll names them; all made up. */
export const ROLL = {
  farmer: { name: '许田生', tail: '04121X', group: '一组', phone: '13800000011' },
  elder: { name: '许老旺', tail: '120034', group: '一组', phone: '' },
  twinA: { name: '王秀英', tail: '110022', group: '二组', phone: '' },
  twinB: { name: '王秀英', tail: '330022', group: '三组', phone: '' },
} as const
export type RollName = keyof typeof ROLL

const HEAD = '姓名,身份证后六位,村民小组,手机号'

export const rollText = (...names: RollName[]): string =>
  [
    HEAD,
    ...names
      .map(name => Object.values(ROLL[name]))
      .map(([who, tail, group, phone]) => [who, tail, group, phone].join(',')),
  ].join('\r\n')

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'
const GIVEN = '田水山禾林石木川谷雨'

export interface Member {
  household: number
  head: string
  name: string
  relation: '户主' | '配偶' | '子女'
  idNumber: string
}

/** A made-up number with its right check character. */
function idNumberOf(index: number): string {
  const digits = `11010519${50 + (index % 49)}0101${String(index % 1_000).padStart(3, '0')}`
  return digits + idCheckCharacter(digits)
}

/** Households of two or three people each, all made up, no name twice. */
export const households = (count: number): Member[] =>
  Array.from({ length: count }, (_, at) => {
    const nameOf = (place: number) =>
      SURNAMES[at % 20]! + GIVEN[Math.floor(at / 20) % 10]! + GIVEN[place]! + (place > 0 ? '' : '家')
    const relations = (['户主', '配偶', '子女'] as const).slice(0, 2 + (at % 2))
    return relations.map((relation, place) => ({
      household: at + 1,
      head: nameOf(0),
      name: nameOf(place),
      relation,
      idNumber: idNumberOf(at * 3 + place),
    }))
  }).flat()

/** A 花名册 as villages keep it: the head's name in every row of the household, the members in a column of their own. */
export const householdBook = (members: readonly Member[]): Promise<Uint8Array<ArrayBuffer>> =>
  bookOf([
    ['东一村花名册'],
    ['户号', '户主姓名', '成员姓名', '与户主关系', '村民小组', '联系电话', '身份证号'],
    ...members.map(({ household, head, name, relation, idNumber }) => [
      household,
      head,
      name,
      relation,
      '一组',
      '',
      idNumber,
    ]),
    ['合计', '', `${members.length}人`],
  ])

export const uploadRoll = (
  server: TestServer,
  text: string | Uint8Array<ArrayBuffer> = rollText('farmer', 'elder', 'twinA', 'twinB'),
  person: Person = 'head',
  name = '村民名册.csv',
): Promise<Answer<RosterReport>> =>
  server.ask<RosterReport>('POST', '/orgs/V1/roster', {
    token: tokenOf(server, person),
    file: { name, text },
  })

export const claimOf = (server: TestServer, person: Person, who: RollName, tail: string = ROLL[who].tail) =>
  server.ask<OwnResidencyClaim>('POST', '/me/residency-claims', {
    token: tokenOf(server, person),
    body: { orgCode: 'V1', name: ROLL[who].name, idTail: tail },
  })

export const relativeOf = (server: TestServer, person: Person, who: RollName) =>
  server.ask<OwnResidencyClaim>('POST', '/me/residency-claims/relatives', {
    token: tokenOf(server, person),
    body: { orgCode: 'V1', name: ROLL[who].name, idTail: ROLL[who].tail, relation: 'child' },
  })

export const decideClaimOf = (
  server: TestServer,
  person: Person,
  claimId: string,
  decision: 'confirm' | 'refuse' | 'end',
  version: number,
) =>
  server.ask<StaffResidencyClaim>('POST', `/residency-claims/${claimId}/${decision}`, {
    token: tokenOf(server, person),
    body: { version, ...(decision !== 'confirm' && { reason: '名册上没有这个人的新住址' }) },
  })

/** A claim that waits: of `stranger`, who says to be the farmer. */
export async function pendingClaim(server: TestServer): Promise<OwnResidencyClaim> {
  await uploadRoll(server)
  return (await claimOf(server, 'stranger', 'farmer')).body
}

export async function confirmedClaim(server: TestServer): Promise<OwnResidencyClaim> {
  const claim = await pendingClaim(server)
  await decideClaimOf(server, 'head', claim.id, 'confirm', 1)
  return claim
}
