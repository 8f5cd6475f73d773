import {
  AdoptPowers,
  PowerItemPage,
  PowerItemParams,
  PowerList,
  PowerListParams,
  SwitchPower,
} from '@shared/schemas/powerList'
import type { z } from 'zod'
import { adoptPowers } from '../../commands/adoptPowers'
import type { Deed } from '../../commands/deed'
import { switchPower } from '../../commands/switchPower'
import { authorize } from '../../policies/authorize'
import { orgTarget } from '../../policies/targets'
import { presentPower, presentPowers } from '../../presenters/powers'
import { type PowerPlace, powerOr404, powerPlaceOr404 } from '../../queries/powers'
import { publicRead, staffWrite } from '../define'
import { NoQuery } from '../reading'

const tag = '小微权力清单'
const path = '/orgs/:code/powers'

/** A change of the whole list as a route: answers the list as it is then. */
const change = <B extends z.ZodType>(
  name: 'adopt' | 'switch',
  summary: string,
  body: B,
  command: (deed: Deed, place: PowerPlace, input: z.output<B>) => Promise<void>,
) =>
  staffWrite({
    method: 'post',
    path: `${path}/${name}`,
    tag,
    summary,
    params: PowerListParams,
    body,
    response: PowerList,
    handle: ({ commit, params: { code }, body: input, ...deed }) =>
      commit(async () => {
        const { models } = deed.services
        const place = await powerPlaceOr404(models, code)
        authorize(deed.actor, `power.${name}`, orgTarget(place.org))
        await command(deed, place, input)
        return presentPowers(await powerPlaceOr404(models, code))
      }),
  })

export const powerRoutes = [
  publicRead({
    path,
    tag,
    summary:
      '村（社区）的小微权力清单：每类有哪些事项，哪次会议通过，哪些不用、为什么；还没有通过的，显示参考清单',
    params: PowerListParams,
    query: NoQuery,
    response: PowerList,
    handle: async ({ services: { models }, params: { code } }) =>
      presentPowers(await powerPlaceOr404(models, code)),
  }),
  publicRead({
    path: `${path}/:itemCode`,
    tag,
    summary: '一个事项：谁决定、带什么、多久、每一步怎么走、风险点、不准做的、依据、找谁',
    params: PowerItemParams,
    query: NoQuery,
    response: PowerItemPage,
    handle: async ({ services: { models }, params: { code, itemCode } }) => {
      const place = await powerPlaceOr404(models, code)
      return presentPower(powerOr404(place.list, itemCode), place)
    },
  }),
  change(
    'adopt',
    '登记会议通过的清单（整份）；有一处问题就一项也不存；办着的事照原来的办',
    AdoptPowers,
    adoptPowers,
  ),
  change('switch', '停用一个事项，写明原因；或者恢复', SwitchPower, switchPower),
]
