import { BoardHead } from '../../../../miniapp/src/components/board/BoardHead'
import { DaysLate, DaysLeft } from '../../../../miniapp/src/components/board/DayBox'
import { Figure } from '../../../../miniapp/src/components/board/Figure'
import { Pips } from '../../../../miniapp/src/components/board/Pips'
import { StampLine } from '../../../../miniapp/src/components/board/StampLine'
import { TimelineRow } from '../../../../miniapp/src/components/board/TimelineRow'
import { Mismatch } from '../../../../miniapp/src/pages/notice/Mismatch'
import { ALTERED, ORG } from '../samples'
import type { GalleryPage } from '../types'

const URL = '/pages/home/index'
const ROW = { display: 'flex' }
const LONG_NAME = { ...ORG, name: '柳溪街道北沟门上村和杨家湾村联合社区' }

/** What is read first: nameplate, figure, seal, days, the way of a matter. */
export const FIGURE_PAGES: readonly GalleryPage[] = [
  {
    name: 'BoardHead',
    wide: true,
    states: [
      { says: '平常', show: () => <BoardHead org={ORG} /> },
      { says: '很长的名字', show: () => <BoardHead org={LONG_NAME} /> },
    ],
  },
  {
    name: 'Figure',
    states: [
      {
        says: '平常',
        show: () => <Figure figure={{ label: '账上还有', text: '468,125.83', unit: '元' }} />,
      },
      {
        says: '15 位数，换行不缩小',
        show: () => <Figure figure={{ label: '账上还有', text: '1,234,567,890,123.45', unit: '元' }} />,
      },
      { says: '数户数', show: () => <Figure figure={{ label: '低保', text: '15', unit: '户' }} /> },
    ],
  },
  {
    name: 'StampLine',
    states: [
      {
        says: '审过',
        show: () => (
          <StampLine sealed who="赵守信 11月5日审过" rest="陈晓梅写 · 第 1 版 · 公开后没有改动" url={URL} />
        ),
      },
      {
        says: '更正过，名字很长',
        show: () => (
          <StampLine
            sealed
            who="买买提艾力·阿布都热合曼 11月12日审过"
            rest="阿依古丽·买买提写 · 第 12 版 · 正在核对有没有改动"
            url={URL}
          />
        ),
      },
      {
        says: '没有人审',
        show: () => (
          <StampLine
            sealed={false}
            who="没有审核记录"
            rest="陈晓梅写 · 第 1 版 · 没有存证，没法核对"
            url={URL}
          />
        ),
      },
      { says: '和公开时不一样', show: () => <Mismatch page={ALTERED} /> },
    ],
  },
  {
    name: 'DayBox',
    states: [
      {
        says: '还剩几天',
        show: () => (
          <div style={ROW}>
            <DaysLeft until="2026-11-10" />
          </div>
        ),
      },
      {
        says: '今天截止',
        show: () => (
          <div style={ROW}>
            <DaysLeft until="2026-11-06" />
          </div>
        ),
      },
      {
        says: '晚了几天',
        show: () => (
          <div style={ROW}>
            <DaysLate dueOn="2026-10-20" />
          </div>
        ),
      },
      {
        says: '晚了很久',
        show: () => (
          <div style={ROW}>
            <DaysLate dueOn="2023-10-20" />
          </div>
        ),
      },
      {
        says: '结束',
        show: () => (
          <div style={ROW}>
            <DaysLeft until="2026-11-01" over />
          </div>
        ),
      },
    ],
  },
  {
    name: 'TimelineRow',
    states: [
      {
        says: '办完、现在、叫停',
        show: () => (
          <div className="way">
            <TimelineRow look="done" name="签合同" aside="11月17日" notes={['办完']} />
            <TimelineRow look="now" name="施工和监督" aside="最晚3月30日" notes={['现在走到这里']} />
            <TimelineRow
              look="stopped"
              name="“两委”会议商议、党员大会审议、村民代表会议决议"
              aside="11月18日"
              notes={['赵守信：像是一件事拆成了两件', '× 退回重新办理']}
            />
          </div>
        ),
      },
    ],
  },
  {
    name: 'Pips',
    states: [
      { says: '第 3 步，共 8 步', show: () => <Pips step={3} steps={8} /> },
      { says: '只有一步', show: () => <Pips step={1} steps={1} /> },
      { says: '步数很多', show: () => <Pips step={12} steps={30} /> },
    ],
  },
]
