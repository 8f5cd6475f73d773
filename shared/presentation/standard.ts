import type { CatalogueColumns } from '../contract/catalogues/catalogue'
import type { PresentedBlock } from '../contract/disclosure/presentation'

/** The fields of a catalogue item that the presentation needs: its standard columns and, if known, its area. */
export type PresentableItem = CatalogueColumns & { area?: string }

type FactsView = Extract<PresentedBlock, { kind: 'facts' }>

const LEVEL_NAMES = { province: '省级', city: '市级', county: '县级', town: '乡级', village: '村级' } as const
const MODE_NAMES = { active: '主动公开', 'on-request': '依申请公开', both: '主动公开、依申请公开' } as const
const SCOPE_NAMES = { public: '全社会', specific: '特定群体', both: '全社会、特定群体' } as const
const UNKNOWN = '目录未写明'

function audienceText({ scope, detail }: PresentableItem['audience']): string {
  if (!scope) return detail || UNKNOWN
  return detail ? `${SCOPE_NAMES[scope]}（${detail}）` : SCOPE_NAMES[scope]
}

/** Lists the ticked channels; states it if the ticks are missing in the source. */
function channelText(channels: PresentableItem['channels']): string {
  const ticked = channels.filter(channel => channel.ticked === true).map(channel => channel.name)
  if (ticked.length > 0) return ticked.join('、')
  const unknown = channels.filter(channel => channel.ticked === null).map(channel => channel.name)
  return unknown.length > 0 ? `${unknown.join('、')}（目录未标明是否必选）` : UNKNOWN
}

const list = (values: readonly string[]): string => values.filter(Boolean).join('、') || UNKNOWN

/** Presents the standard 公开标准 of a catalogue item; identical on item page, notice page and comparison. */
export function presentStandard(item: PresentableItem): FactsView {
  const rows: [string, string, string][] = [
    ['path', '公开事项', item.path.join(' › ') || UNKNOWN],
    ...(item.area ? ([['area', '领域', item.area]] as [string, string, string][]) : []),
    ['elements', '公开内容（要素）', list(item.elements)],
    ['basis', '公开依据', list(item.basis.map(basis => basis.text))],
    ['deadline', '公开时限', item.deadline || UNKNOWN],
    ['subjects', '公开主体', list(item.subjects)],
    ['channels', '公开渠道', channelText(item.channels)],
    ['audience', '公开对象', audienceText(item.audience)],
    ['mode', '公开方式', item.mode ? MODE_NAMES[item.mode] : UNKNOWN],
    ['levels', '公开层级', item.levels ? list(item.levels.map(level => LEVEL_NAMES[level])) : UNKNOWN],
  ]
  return {
    kind: 'facts',
    id: 'standard',
    label: '公开标准',
    rows: rows.map(([id, label, value]) => ({ id, label, value, missing: false })),
  }
}
