import { PLACE_KINDS } from '@shared/facts/reading/readingPlaces'
import type { ReadingPlace, Zone } from '@shared/contract/reading/zone'
import { escaped, tag } from '@server/documents/html/markup'
import { presentContacts } from '@server/people/orgs'
import { appPaths, plainPaths } from '@server/platform/config/publicAddresses'
import type { PageText } from '@server/platform/pages/pageCache'
import { contactRows, pageOf, section } from '@server/reading/plainPages'
import type { ZoneContext } from '../queries/zone'

export const presentZone = ({ street: { org }, places }: ZoneContext): Zone => ({
  orgCode: org._id,
  orgName: org.name,
  places,
  address: org.address ?? null,
  officeHours: org.officeHours ?? null,
  contacts: presentContacts(org),
})

export const kindLabel = (kind: ReadingPlace['kind']): string =>
  PLACE_KINDS.find(({ code }) => code === kind)!.label

const placeRow = ({ kind, name, address, hours, phone, has }: ReadingPlace): string =>
  `<div class="row"><span><b>${escaped(name)}</b>${[
    `${kindLabel(kind)} · ${address}`,
    hours,
    has.length === 0 ? '' : `有：${has.join('、')}`,
  ]
    .filter(Boolean)
    .map(line => tag('small', escaped(line)))
    .join('')}</span><span class="end">${escaped(phone)}</span></div>`

/** Steps of an application in words, as they hang in the hall. */
export const APPLY_STEPS = [
  '先查：公开栏、公开目录、自助查询机里有的，不用申请就能看。',
  '再写：写清楚要什么，带身份证。不会写的，口头说，工作人员代写，念给您听。不问用途，不收费。',
  '收到后给回执：编号、查询码、最晚哪天答复。一般 20 个工作日内答复。',
  '不满意：按答复书上写的，申请行政复议或者起诉。',
] as const

/** Reading places and guide 查阅点和指南 as a page without scripts. */
export function presentZonePage(work: ZoneContext, base: string): PageText {
  const { org } = work.street
  const { places } = work
  const title = `${org.name}信息公开查阅点`
  const body = [
    `<nav class="crumbs" aria-label="返回"><a href="${escaped(plainPaths.place(org._id))}">‹ ${escaped(org.name)}</a></nav>`,
    `<header class="nh"><p class="kick">当面看、当面问、当面申请</p><h1 class="title">${escaped(title)}</h1></header>`,
    section(
      '到哪里看',
      places.length === 0
        ? '<p class="row">还没有登记查阅点，请打下面的电话问。</p>'
        : places.map(placeRow).join(''),
    ),
    section(
      '怎么申请',
      APPLY_STEPS.map((text, at) => `<p class="row">${at + 1}. ${escaped(text)}</p>`).join(''),
    ),
    section('找人', contactRows(presentContacts(org))),
    [org.address, org.officeHours]
      .filter(Boolean)
      .map(text => `<p class="small">${escaped(text ?? '')}</p>`)
      .join(''),
  ].join('')
  return pageOf(
    {
      title,
      description: `${title}：地址、开放时间、电话、有什么，怎么申请公开。`,
      path: plainPaths.zone(org._id),
      base,
      app: appPaths.place(org._id),
      place: { code: org._id, name: org.name, catalogue: null },
    },
    body,
  )
}
