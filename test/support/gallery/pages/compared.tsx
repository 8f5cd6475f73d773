import { CompareTable } from '../../../../miniapp/src/components/CompareTable'
import { DiscrepancyCard } from '../../../../miniapp/src/components/DiscrepancyCard'
import { FigureTable } from '../../../../miniapp/src/pages/alongside/FigureTable'
import type { PublicDiscrepancy } from '@shared/contract/disclosure/discrepancy'
import type { ComparedField, Comparison } from '@shared/contract/disclosure/presentation'
import type { GalleryPage } from '../types'

const SIDES = { village: '柳湾村', street: '柳溪街道' }

const field = (
  id: string,
  label: string,
  village: string | null,
  street: string | null,
  status: ComparedField['status'],
): ComparedField => ({ id, block: '低保对象名单', label, village, street, status })

const FIELDS = [
  field('a', '合计金额', '32,400.00元', '34,320.00元', 'differs'),
  field('b', '王*，一组', null, '2 人，每人每月 320 元，1,920.00元', 'village-missing'),
  field('c', '救助标准', '每人每月620元', '每人每月620元', 'same'),
  field('d', '申请办法', '向户籍所在地街道（镇）提出，可由村（居）委会代办', null, 'street-missing'),
]

const comparison = (fields: ComparedField[]): Comparison => ({
  fields,
  counts: {
    same: fields.filter(({ status }) => status === 'same').length,
    differs: 1,
    villageMissing: 1,
    streetMissing: 1,
  },
  sentence: '',
})

const DISCREPANCY: PublicDiscrepancy = {
  id: '01JN0000000000000000000001',
  kind: 'row',
  severity: 'must',
  field: 'b',
  label: '名单',
  village: null,
  government: '2 人，每人每月 320 元，1,920.00元',
  message: '街道的名单里有王*（一组）一户，村里的没有。',
  state: 'open',
  stateLabel: '等村里说明',
  rows: [FIELDS[1]!],
  steps: [
    {
      event: 'found',
      label: '对出不一样',
      body: '系统',
      text: null,
      correctBy: null,
      at: '2026-10-20T02:00:00Z',
    },
  ],
}

const ORDERED: PublicDiscrepancy = {
  ...DISCREPANCY,
  state: 'ordered',
  stateLabel: '责令更正',
  rows: [],
  steps: [
    ...DISCREPANCY.steps,
    {
      event: 'order',
      label: '责令更正',
      body: '柳溪街道',
      text: '名单漏了一户，请补上',
      correctBy: '2026-11-12',
      at: '2026-11-03T02:00:00Z',
    },
  ],
}

/** Village and street next to each other. */
export const COMPARED_PAGES: readonly GalleryPage[] = [
  {
    name: 'DiscrepancyCard',
    wide: true,
    states: [
      { says: '一户不一样', show: () => <DiscrepancyCard discrepancy={DISCREPANCY} {...SIDES} /> },
      { says: '责令更正', show: () => <DiscrepancyCard discrepancy={ORDERED} {...SIDES} /> },
    ],
  },
  {
    name: 'FigureTable',
    states: [
      {
        says: '两边的数和差',
        show: () => (
          <FigureTable
            {...SIDES}
            rows={[
              { id: 'a', label: '合计户数', village: '14户', street: '15户', difference: '−1户' },
              {
                id: 'b',
                label: '合计金额',
                village: '1,232,400,000.00元',
                street: '1,232,401,920.00元',
                difference: '−1,920.00元',
              },
            ]}
          />
        ),
      },
    ],
  },
  {
    name: 'CompareTable',
    wide: true,
    states: [
      { says: '有不一样的', show: () => <CompareTable comparison={comparison(FIELDS)} {...SIDES} /> },
      {
        says: '全部一样',
        show: () => <CompareTable comparison={comparison([FIELDS[2]!])} {...SIDES} />,
      },
    ],
  },
]
