import { powerRoleLabel } from '@shared/facts/power/terms'
import { limitWords } from '@shared/power/words'
import { type FlowChart, flowChart } from '@shared/presentation/flowChart'
import type { PowerItem, PowerStep } from '@shared/contract/power/item'
import type { PowerItemPage } from '@shared/contract/power/list'
import type { PrintBlock } from '@server/documents/print'
import { chartLegend, drawChart } from './chart'

const fact = (label: string, value: string) => (value === '' ? [] : [{ label, value }])
const numbered = (lines: readonly string[]): string =>
  lines.map((line, at) => (lines.length > 1 ? `${at + 1}. ${line}` : line)).join('\n')

function basisWords({ basis }: PowerItem): string {
  return numbered(
    basis.map(({ text, source, localSetting }) =>
      [text, source ? `依据：${source}` : localSetting ? '本地设定' : ''].filter(Boolean).join('。'),
    ),
  )
}

function whomToCall({ contacts }: PowerItemPage): string {
  return contacts.map(({ name, jobTitle, phone }) => `${name}（${jobTitle}）${phone}`).join('\n')
}

function factsOf(page: PowerItemPage): PrintBlock {
  const { item, ref, responsible } = page
  const rows = [
    ...fact('类别', `${ref.classLabel} · ${ref.natureLabel}`),
    ...fact(
      '责任主体',
      [item.responsible.body, responsible, item.responsible.duty].filter(Boolean).join('，'),
    ),
    ...fact('总时限', ref.total),
    ...fact('办理条件', numbered(item.conditions)),
    ...fact('要带的材料', numbered(item.materials)),
    ...fact('找谁办', whomToCall(page)),
    ...fact('依据', basisWords(item)),
  ]
  return { kind: 'facts', rows }
}

const stepTime = ({ limit, least }: PowerStep): string =>
  [limit ? `${limitWords(limit)}内` : '', least ? `至少满${limitWords(least)}` : '']
    .filter(Boolean)
    .join('\n')

const stepResult = ({ output, disclosure }: PowerStep): string =>
  [output, disclosure ? `公开：${disclosure.what}` : ''].filter(Boolean).join('\n')

function stepsOf(item: PowerItem, { rows }: FlowChart): PrintBlock {
  const steps = rows.flatMap(({ id, number }) => {
    const step = item.steps.find(one => one.id === id)
    return step ? [{ step, number }] : []
  })
  return {
    kind: 'table',
    columns: [
      { label: '步', share: 0.5, align: 'right' },
      { label: '环节', share: 1.6 },
      { label: '谁来办', share: 1.6 },
      { label: '做什么', share: 3.6 },
      { label: '时限', share: 1.5 },
      { label: '出什么、公开什么', share: 2.4 },
    ],
    rows: steps.map(({ step, number }) => [
      String(number),
      step.name,
      powerRoleLabel(step.actor),
      step.action,
      stepTime(step),
      stepResult(step),
    ]),
  }
}

function chartBlocks(chart: FlowChart): PrintBlock[] {
  return [
    { kind: 'drawing', heading: '流程图', ...drawChart(chart) },
    { kind: 'paragraph', text: chartLegend(chart), small: true },
  ]
}

function risksOf({ steps }: PowerItem): PrintBlock[] {
  const rows = steps.flatMap(({ name, risks }) => risks.map(({ risk, control }) => [name, risk, control]))
  if (rows.length === 0) return []
  const columns = [
    { label: '环节', share: 1 },
    { label: '风险', share: 2 },
    { label: '怎么防', share: 2 },
  ]
  return [
    { kind: 'heading', level: 2, text: '廉政风险点' },
    { kind: 'table', columns, rows },
  ]
}

function negativeOf({ negative }: PowerItem): PrintBlock[] {
  if (negative.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: '不准做的' },
    { kind: 'list', items: negative },
  ]
}

/** Returns the handbook blocks of one item: facts, steps, flow chart, risks, prohibitions, a QR code to its page. */
export function itemBlocks(page: PowerItemPage, address: string): PrintBlock[] {
  const { item } = page
  const chart = flowChart(item)
  return [
    { kind: 'page' },
    { kind: 'heading', level: 1, text: `${item.code} ${item.name}`, anchor: item.code },
    { kind: 'qr', address, mm: 25, lines: [item.summary, '扫码看最新的一版和正在办的事。'] },
    factsOf(page),
    { kind: 'heading', level: 2, text: '办理步骤' },
    stepsOf(item, chart),
    ...chartBlocks(chart),
    ...risksOf(item),
    ...negativeOf(item),
  ]
}
