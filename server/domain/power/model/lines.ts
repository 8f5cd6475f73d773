import { POWER_NATURES, STEP_KINDS, powerClassLabel, powerRoleLabel } from '@shared/facts/power/terms'
import type { PowerBasis, PowerItem, PowerLimit, PowerNext, PowerStep } from '@shared/contract/power/item'
import { limitWords, describePlace, voteWords, whenWords } from '@shared/power/words'

/** One property of an item: a stable `key`, independent of the wording, its label and its text. */
export interface ItemLine {
  key: string
  label: string
  words: string
}

const NOTHING = '（没有写）'
const listed = (texts: readonly string[]): string => texts.join('；') || NOTHING

type Sourcing = Pick<PowerBasis, 'source' | 'checkedOn' | 'localSetting'>

const sourceWords = ({ source, checkedOn, localSetting }: Sourcing): string =>
  [localSetting && '本地设定', source && `出处：${source}`, checkedOn && `${checkedOn}核对`]
    .filter(Boolean)
    .join('，')

const sourced = (words: string, rule: Sourcing): string => {
  const source = sourceWords(rule)
  return source ? `${words}（${source}）` : words
}

const limited = (limit: PowerLimit | null): string => (limit ? sourced(limitWords(limit), limit) : NOTHING)

function wayWords(item: PowerItem, way: PowerNext): string {
  const back = way.back && `退回，最多${way.back.atMost}次，因为${way.back.reason}`
  return [whenWords(way) || '办完', `到${describePlace(item, way.to)}`, back].filter(Boolean).join('，')
}

const CHANGED = { refuse: '表决后金额不许改', 'vote-again': '改了金额重新表决' }

function disclosureWords({ disclosure }: PowerStep): string {
  if (!disclosure) return NOTHING
  const { what, area, path, category, evidence, within } = disclosure
  const papers = evidence.length > 0 ? `附${evidence.join('、')}` : ''
  return [what, `${area}：${path.join(' › ')}`, category, papers, `${limited(within)}内`]
    .filter(Boolean)
    .join('，')
}

const kindLabel = (code: string): string => STEP_KINDS.find(one => one.code === code)?.label ?? code

function stepWords(item: PowerItem, step: PowerStep): [string, string, string][] {
  const { vote, supervision, branchSource, notBy, risks, next } = step
  return [
    ['name', '名称', step.name],
    ['kind', '种类', kindLabel(step.kind)],
    ['actor', '办理人', powerRoleLabel(step.actor)],
    ['action', '做什么', step.action],
    ['output', '结果', step.output || NOTHING],
    ['form', '表单', step.form || NOTHING],
    ['limit', '时限', limited(step.limit)],
    ['least', '至少要满', limited(step.least)],
    ['vote', '表决', vote ? sourced(`${voteWords(vote)}，${CHANGED[vote.amountChanged]}`, vote) : NOTHING],
    ['notBy', '换人办', listed(notBy.map(id => describePlace(item, id)))],
    ['evidence', '凭证', listed(step.evidence)],
    ['risks', '风险点', listed(risks.map(({ risk, control }) => `${risk}，${control}`))],
    [
      'supervision',
      '监督',
      supervision
        ? listed([powerRoleLabel(supervision.by), supervision.checks, supervision.evidence])
        : NOTHING,
    ],
    ['disclosure', '公开', disclosureWords(step)],
    ['next', '怎么往下走', listed(next.map(way => wayWords(item, way)))],
    ['branchSource', '金额界限', branchSource ? sourceWords(branchSource) : NOTHING],
  ]
}

const headWords = (item: PowerItem): [string, string, string][] => [
  ['name', '名称', item.name],
  ['class', '类别', powerClassLabel(item.class)],
  ['nature', '性质', POWER_NATURES.find(({ code }) => code === item.nature)?.label ?? item.nature],
  ['summary', '说明', item.summary],
  [
    'responsible',
    '谁负责',
    listed([item.responsible.body, powerRoleLabel(item.responsible.role), item.responsible.duty]),
  ],
  ['basis', '依据', listed(item.basis.map(basis => sourced(basis.text, basis)))],
  ['conditions', '条件', listed(item.conditions)],
  ['materials', '材料', listed(item.materials)],
  ['negative', '不准做的', listed(item.negative)],
  ['totalLimit', '总时限', limited(item.totalLimit)],
  ['order', '环节', listed(item.steps.map(({ name }) => name))],
]

/** Returns all properties of an item line by line, except those of its adoption. */
export function linesOfItem(item: PowerItem): ItemLine[] {
  const head = headWords(item).map(([key, label, words]) => ({ key, label, words }))
  const steps = item.steps.flatMap(step =>
    stepWords(item, step).map(([part, label, words]) => ({
      key: `steps.${step.id}.${part}`,
      label: `环节“${step.name || step.id}”：${label}`,
      words,
    })),
  )
  return [...head, ...steps]
}
