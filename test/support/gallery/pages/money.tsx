import { Chart } from '../../../../miniapp/src/components/presented/Chart'
import { Spoken } from '../../../../miniapp/src/components/presented/Spoken'
import { RowPanel } from '../../../../miniapp/src/components/presented/sheet/RowPanel'
import { Sheet } from '../../../../miniapp/src/components/presented/sheet/Sheet'
import { BALANCES, CHARTS, EMPTY_SHEET, FLOWS, SHEETS } from '../samples'
import type { GalleryPage } from '../types'

const write = () => '/pages/home/index'
const lines = () => '/pages/home/index'

/** Money as pictures and as rows. */
export const MONEY_PAGES: readonly GalleryPage[] = [
  {
    name: 'Waterfall',
    wide: true,
    states: [
      {
        says: '账上的钱比收支大得多，图不从 0 画起',
        show: () => <Chart part={CHARTS.usual[0]} sheet={CHARTS.usual[1]} barUrl={lines} />,
      },
      { says: '从 0 画起', show: () => <Chart part={CHARTS.few[0]} sheet={CHARTS.few[1]} /> },
      { says: '数很大', show: () => <Chart part={CHARTS.huge[0]} sheet={CHARTS.huge[1]} /> },
    ],
  },
  {
    name: 'PairedColumns',
    wide: true,
    states: [
      { says: '12 个月的收支', show: () => <Chart part={FLOWS} sheet={undefined} barUrl={lines} /> },
      { says: '12 个月的余额', show: () => <Chart part={BALANCES} sheet={undefined} /> },
    ],
  },
  {
    name: 'Bars',
    states: [
      {
        says: '长短、很长的名字、零',
        show: () => (
          <Chart
            sheet={undefined}
            part={{
              kind: 'chart',
              id: 'rank',
              label: '花在哪',
              unit: '元',
              bars: [
                { id: 'a', label: '保洁员劳务费', text: '6,333.80', permille: 1000 },
                {
                  id: 'b',
                  label: '垃圾清运以及公共厕所、健身广场的日常维护',
                  text: '4,055.00',
                  permille: 640,
                },
                { id: 'c', label: '办公用电', text: '0.00', permille: 0 },
              ],
            }}
          />
        ),
      },
    ],
  },
  {
    name: 'Sheet',
    wide: true,
    states: [
      {
        says: '一个月的账，每行能点',
        show: () => <Sheet part={SHEETS.accounts} pointAt={write} />,
      },
    ],
  },
  {
    name: 'Sheet-list',
    wide: true,
    states: [
      {
        says: '名单，有您家的一行',
        show: () => (
          <Sheet
            part={SHEETS.households}
            pointAt={write}
            own={[SHEETS.households.groups[0]?.rows[1]?.id ?? '']}
          />
        ),
      },
      {
        says: '正在读的一行',
        show: () => (
          <Spoken.Provider
            value={{
              blockId: SHEETS.households.id,
              range: null,
              part: SHEETS.households.groups[0]?.rows[2]?.id ?? null,
            }}
          >
            <Sheet part={SHEETS.households} />
          </Spoken.Provider>
        ),
      },
      { says: '点开的一行', show: () => <RowPanel photos={[]} url={write()} /> },
    ],
  },
  {
    name: 'Sheet-edges',
    states: [
      { says: '很长的事由、很大的数', show: () => <Sheet part={SHEETS.huge} pointAt={write} /> },
      { says: '加起来不对', show: () => <Sheet part={SHEETS.wrong} /> },
      { says: '没有一行', show: () => <Sheet part={EMPTY_SHEET} /> },
    ],
  },
  {
    name: 'Sheet-2000',
    states: [{ says: '2000 行，一次放一部分', show: () => <Sheet part={SHEETS.many} pointAt={write} /> }],
  },
]
