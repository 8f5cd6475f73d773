import type {
  OwnResidencyClaim,
  RosterReport,
  StaffResidencyClaim,
} from '../../../shared/contract/people/roster'
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

export const uploadRoll = (
  server: TestServer,
  text = rollText('farmer', 'elder', 'twinA', 'twinB'),
  person: Person = 'head',
): Promise<Answer<RosterReport>> =>
  server.ask<RosterReport>('POST', '/orgs/V1/roster', {
    token: tokenOf(server, person),
    file: { name: '村民名册.csv', text },
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
