import { POWER_CLASSES } from '@shared/facts/power/terms'
import { dateLabel } from '@shared/common/period'
import { flowChart } from '@shared/presentation/flowChart'
import type { PowerItem } from '@shared/contract/power/item'
import type { PowerItemPage, PowerList, PowerRef } from '@shared/contract/power/list'
import type { PowerPlace } from '../../queries/powerLists'
import type { Addresses } from '@server/platform/config/publicAddresses'
import { presentPower, presentPowers } from '../powerList'
import type { Print, PrintBlock } from '@server/documents/print'
import { drawChart } from './chart'
import { itemBlocks } from './item'
import { svgOf } from './svg'

function standingWords({ org, model, adopted, inForce, version }: PowerList): string {
  if (!adopted) return `这是${model.name}：${org.name}还没有开会通过自己的清单。`
  const since = inForce ? `，${dateLabel(inForce)}起执行` : ''
  return `${dateLabel(adopted.on)}由${adopted.meeting}通过${since}，第 ${version} 版。`
}

const UNSAID = '没有写明'

interface ClassGroup {
  label: string
  refs: PowerRef[]
}

const groupsOf = (refs: readonly PowerRef[]): ClassGroup[] =>
  POWER_CLASSES.map(({ code, label }) => ({ label, refs: refs.filter(ref => ref.class === code) })).filter(
    ({ refs: inClass }) => inClass.length > 0,
  )

const inUse = ({ items }: PowerList): PowerRef[] => items.filter(({ off }) => off === null)

const FOR_VILLAGERS = '我要办'
const FOR_ALL = '集体的事'

/** What a villager comes for 我要办, before what is decided for all. */
const asked = (refs: readonly PowerRef[]): PowerRef[] => refs.filter(({ nature }) => nature === 'service')
const decided = (refs: readonly PowerRef[]): PowerRef[] => refs.filter(({ nature }) => nature !== 'service')

const inOrder = (refs: readonly PowerRef[]): PowerRef[] => [
  ...asked(refs),
  ...groupsOf(decided(refs)).flatMap(({ refs: inClass }) => inClass),
]

function contentsOf(refs: readonly PowerRef[]): PrintBlock[] {
  const groups = [{ label: FOR_VILLAGERS, refs: asked(refs) }, ...groupsOf(decided(refs))]
  return groups
    .filter(({ refs: inGroup }) => inGroup.length > 0)
    .flatMap(({ label, refs: inClass }): PrintBlock[] => [
      { kind: 'heading', level: 2, text: label },
      {
        kind: 'contents',
        entries: inClass.map(({ code, name }) => ({ anchor: code, text: `${code} ${name}` })),
      },
    ])
}

function withReasons(title: string, why: string, rows: string[][]): PrintBlock[] {
  if (rows.length === 0) return []
  const columns = [
    { label: '事项', share: 2 },
    { label: why, share: 3 },
  ]
  return [{ kind: 'page' }, { kind: 'heading', level: 1, text: title }, { kind: 'table', columns, rows }]
}

/** Returns the switched-off items and the items of the model left out, with the reasons. */
function notInUse({ items, absent, model }: PowerList): PrintBlock[] {
  const off = items.flatMap(({ code, name, off: why }) => (why === null ? [] : [[`${code} ${name}`, why]]))
  const left = absent.map(({ code, name, why }) => [`${code} ${name}`, why ?? UNSAID])
  return [
    ...withReasons('本村（社区）不用的事项', '为什么不用', off),
    ...withReasons(`${model.name}里有、本村（社区）没有的事项`, '为什么没有', left),
  ]
}

const pagesOf = (place: PowerPlace, refs: readonly PowerRef[]): PowerItemPage[] =>
  refs.flatMap(({ code }) => {
    const item = place.list.items.find(one => one.code === code)
    return item ? [presentPower(item, place)] : []
  })

const about = ({ org, list }: PowerPlace, title: string) => ({
  title: `${org.name}${title}`,
  author: org.name,
  footer: `${org.name}${title}${list.adopted ? ` · 第 ${list.version} 版` : ' · 参考清单'}`,
  date: list.updatedAt,
})

/** Prints the handbook 手册: the list of a village with every item in use, for A4. */
export function powerHandbook(place: PowerPlace, to: Addresses): Print {
  const list = presentPowers(place)
  const refs = inUse(list)
  const head = about(place, '小微权力清单手册')
  return {
    ...head,
    paper: { size: 'A4', layout: 'portrait', body: 10.5, title: 26 },
    blocks: [
      { kind: 'space', points: 30 },
      { kind: 'title', text: head.title },
      { kind: 'paragraph', text: standingWords(list) },
      {
        kind: 'qr',
        address: to.powers(place.org._id),
        mm: 25,
        lines: ['扫码看网上的清单，以网上最新的一版为准。', `共 ${refs.length} 项。`],
      },
      ...contentsOf(refs),
      ...pagesOf(place, inOrder(refs)).flatMap(page =>
        itemBlocks(page, to.power(place.org._id, page.item.code)),
      ),
      ...notInUse(list),
    ],
  }
}

/** Cards under one heading, with codes of `mm` millimetres. */
function cardsOf(
  heading: string,
  refs: readonly PowerRef[],
  mm: number,
  address: (ref: PowerRef) => string,
): PrintBlock[] {
  if (refs.length === 0) return []
  const cards = refs.map(ref => ({
    title: ref.name,
    lines: [ref.body, ref.total].filter(Boolean),
    qr: address(ref),
  }))
  return [
    { kind: 'heading', level: 1, text: heading },
    { kind: 'cards', across: 4, mm, cards },
  ]
}

/** Prints the wall chart 上墙图: what a villager comes for first, each item with its decider, time limit and a QR code to its page, for A3. */
export function powerWall(place: PowerPlace, to: Addresses): Print {
  const list = presentPowers(place)
  const head = about(place, '小微权力清单')
  const refs = inUse(list)
  const address = ({ code }: PowerRef) => to.power(place.org._id, code)
  return {
    ...head,
    paper: { size: 'A3', layout: 'portrait', body: 11, title: 32 },
    blocks: [
      { kind: 'title', text: head.title },
      { kind: 'paragraph', text: `${standingWords(list)}用手机扫事项旁边的码，看流程、材料和找谁办。` },
      ...cardsOf(FOR_VILLAGERS, asked(refs), 25, address),
      ...cardsOf(FOR_ALL, decided(refs), 20, address),
    ],
  }
}

/** Draws the flow chart of an item as SVG, with a text alternative of the same content. */
export function powerChartSvg(item: PowerItem): string {
  const chart = flowChart(item)
  return svgOf(drawChart(chart), `${item.name}流程图`, chart.rows.map(({ spoken }) => spoken).join(''))
}
