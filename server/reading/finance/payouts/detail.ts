import type { PayoutScheme } from '@shared/contract/reading/payout'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'

type ViewOf<Kind extends PresentedBlock['kind']> = Extract<PresentedBlock, { kind: Kind }>

const NONE = '—'
/** Columns that hold figures, with their units. */
const FIGURES: Readonly<Record<string, string>> = { 户数: '户', 人数: '人', 金额: '元' }

/** Returns every line of the schemes as one table, for a sheet. */
export function detailTable(schemes: readonly PayoutScheme[]): ViewOf<'table'> {
  const lines = schemes.flatMap(({ scheme, batches }) =>
    batches.flatMap(batch => batch.rows.map(row => ({ scheme, batch, row }))),
  )
  return {
    kind: 'table',
    id: 'payout-lines',
    label: '逐批明细',
    unit: '元',
    columns: ['项目', '时间', '批次', '关于', '标准', '户数', '人数', '金额', '出自公示'].map(label => {
      const unit = FIGURES[label]
      return { id: label, label, ...(unit ? { align: 'right', unit } : { align: 'left' }) }
    }),
    rows: lines.map(({ scheme, batch, row }, at) => ({
      id: String(at),
      cells: [
        scheme,
        batch.periodLabel,
        batch.batch ?? NONE,
        batch.aboutName ?? NONE,
        row.standard ?? NONE,
        row.households,
        row.persons,
        row.amount,
        `${batch.title}（${batch.noticeId}）`,
      ],
    })),
    totals: [],
  }
}
