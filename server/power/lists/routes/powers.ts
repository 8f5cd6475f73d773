import { guideAsked } from '../events'
import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import type { PowerList } from '@shared/contract/power/list'
import { adoptPowers } from '../commands/adoptPowers'
import { switchPower } from '../commands/switchPower'
import { addressesUnder } from '@server/platform/config/publicAddresses'
import { powerChartSvg, powerHandbook, powerWall } from '../presenters/print'
import { presentPower, presentPowers } from '../presenters/powerList'
import type { Print } from '@server/documents/print'
import { type PowerPlace, requirePower, requirePowerPlace } from '../queries/powerLists'
import { type WriteCall, publicFile, publicRead, staffWrite } from '@server/http/route'
import { powerKeepingRoutes } from './adoption'
import { authorize } from '../policy'
import { orgTarget } from '@server/people/orgs'

const tag = '小微权力清单'

/** Builds a route that changes the whole list and answers with the list after the change. */
const change = <A extends 'powerList.adopt' | 'powerList.switch', Body>(
  action: A,
  summary: string,
  command: (tx: Tx, by: Authorised<A>, place: PowerPlace, body: Body) => Promise<void>,
) => ({
  tag,
  summary,
  handle: ({ commit, params: { code }, body, ...caller }: WriteCall<{ code: string }, Body, PowerList>) =>
    commit(async tx => {
      const place = await requirePowerPlace(tx, code)
      const by = authorize(caller, action, orgTarget(place.org))
      await command(tx, by, place, body)
      return presentPowers(await requirePowerPlace(tx, code))
    }),
})

/** Prints the list; the result is cached until the list changes. */
const printed = (
  name: 'handbook' | 'wall',
  summary: string,
  make: (place: PowerPlace, to: ReturnType<typeof addressesUnder>) => Print,
) =>
  publicFile(`GET /orgs/:code/powers/${name}.pdf`, {
    cost: 200,
    tag,
    summary,
    handle: async ({ services: { db, config, printer }, params: { code } }) => {
      const print = make(await requirePowerPlace(db, code), addressesUnder(config.publicBaseUrl))
      const { pdf, sha256 } = await printer(print)
      return {
        name: `${print.title}.pdf`,
        mime: 'application/pdf',
        bytes: pdf.length,
        sha256,
        content: [pdf],
      }
    },
  })

export const powerRoutes = [
  ...powerKeepingRoutes,
  publicRead('GET /orgs/:code/powers', {
    tag,
    summary: '村（社区）的小微权力清单：各类事项，哪次会议通过，哪些不用、为什么；没有通过的显示参考清单',
    handle: async ({ services: { db }, params: { code } }) =>
      presentPowers(await requirePowerPlace(db, code)),
  }),
  printed('handbook', '清单手册（A4，PDF）：每个事项的流程图、材料、风险点和二维码', powerHandbook),
  printed('wall', '清单上墙图（A3，PDF）：每个事项一个二维码', powerWall),
  publicFile('GET /orgs/:code/powers/:itemCode/chart.svg', {
    cost: 4,
    tag,
    summary: '事项的流程图（SVG），图上的内容也写成文字',
    handle: async ({ services: { db }, params: { code, itemCode } }) => {
      const item = requirePower((await requirePowerPlace(db, code)).list, itemCode)
      const svg = Buffer.from(powerChartSvg(item))
      return {
        name: `${item.name}.svg`,
        mime: 'image/svg+xml; charset=utf-8',
        bytes: svg.length,
        sha256: null,
        content: [svg],
      }
    },
  }),
  publicRead('GET /orgs/:code/powers/:itemCode', {
    tag,
    summary: '一个事项：谁决定、带什么、多久、每一步怎么走、风险点、不准做的、依据、找谁',
    handle: async ({ services: { db }, params: { code, itemCode } }) => {
      const place = await requirePowerPlace(db, code)
      const item = requirePower(place.list, itemCode)
      const [guide = null] =
        item.nature === 'service' ? await db.ask(guideAsked, { place, service: item }) : []
      return presentPower(item, place, guide)
    },
  }),
  staffWrite(
    'POST /orgs/:code/powers/adopt',
    change(
      'powerList.adopt',
      '登记会议通过的清单（整份，或者采用示范清单的改动）；有一处问题就一项也不存；办着的事照原来的办',
      adoptPowers,
    ),
  ),
  staffWrite(
    'POST /orgs/:code/powers/switch',
    change('powerList.switch', '停用一个事项，写明原因；或者恢复', switchPower),
  ),
]
