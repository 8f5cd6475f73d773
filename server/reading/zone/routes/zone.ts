import { catalogueFor } from '@server/catalogues/catalogue'
import { isVillage } from '@shared/common/orgKinds'
import type { PageCall, PageRoute } from '@server/http/pageRoute'
import { publicFile, publicRead, staffWrite } from '@server/http/route'
import { actingTarget, requireOrg, requireOrgTarget, streetOf, villagesUnder } from '@server/people/orgs'
import { addressesUnder } from '@server/platform/config/publicAddresses'
import { notFound } from '@server/platform/errors'
import { setZone } from '../commands/setZone'
import { authorize } from '../policy'
import { presentKiosk } from '../presenters/kiosk'
import { KIOSK_SCRIPT } from '../presenters/kioskScript'
import { zonePaper } from '../presenters/papers'
import { presentZone, presentZonePage } from '../presenters/zone'
import { requireZone } from '../queries/zone'

const tag = '公开专区'

export const zoneRoutes = [
  publicRead('GET /orgs/:code/zone', {
    tag,
    summary: '信息公开查阅点：地址、时间、电话、有什么',
    handle: async ({ services: { db }, params: { code } }) => presentZone(await requireZone(db, code)),
  }),
  publicFile('GET /orgs/:code/zone/paper', {
    cost: 50,
    tag,
    summary: '专区用的纸（PDF）：指南、空白申请表、二维码一览、便民点用纸',
    handle: async ({ services: { db, config, printer }, params: { code }, query: { paper } }) => {
      const work = await requireZone(db, code)
      if (paper === 'station' && !isVillage(work.asked.org)) throw notFound()
      const print = zonePaper(work, paper, config.publicBaseUrl)
      const { pdf, sha256 } = await printer(print)
      return {
        name: `${print.title}.pdf`,
        mime: 'application/pdf',
        bytes: pdf.length,
        sha256,
        content: [pdf],
      }
    },
  }),
  staffWrite('PUT /orgs/:code/zone', {
    tag,
    summary: '登记查阅点',
    handle: ({ commit, params: { code }, body, ...caller }) =>
      commit(async tx => {
        const org = await requireOrg(tx, code, 'code')
        const by = authorize(caller, 'zone.set', actingTarget(org))
        await setZone(tx, by, org._id, body)
        return presentZone(await requireZone(tx, org._id))
      }),
  }),
]

const codeIn = ({ params }: PageCall): string => params['org'] ?? ''

async function makeKiosk(call: PageCall) {
  const { db, clock, config } = call.services
  const place = await requireOrgTarget(db, codeIn(call), 'org')
  const street = streetOf(place)
  const inForce = await catalogueFor(db, place)
  const villages = isVillage(place.org) ? [] : await villagesUnder(db, place.org._id)
  return presentKiosk({
    place: { code: place.org._id, name: place.org.name },
    villages: villages.map(({ _id, name }) => ({ code: _id, name })),
    catalogue: inForce?.issuer._id ?? null,
    apply: addressesUnder(config.publicBaseUrl).apply((street ?? place.org)._id),
    now: clock.now(),
  })
}

/** `/zone/街道`: its reading places; `/kiosk/机构`: the look-up machine of a hall. */
export const zonePages: readonly PageRoute[] = [
  {
    path: '/zone/:org',
    make: async call =>
      presentZonePage(await requireZone(call.services.db, codeIn(call)), call.services.config.publicBaseUrl),
  },
  { path: '/kiosk/:org', unkept: true, make: makeKiosk },
  {
    path: '/kiosk.js',
    make: () => Promise.resolve({ type: 'text/javascript; charset=utf-8', text: KIOSK_SCRIPT }),
  },
]
