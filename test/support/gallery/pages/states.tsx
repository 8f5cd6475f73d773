import { ApiError } from '@shared/client'
import { AloudBar } from '../../../../miniapp/src/components/AloudBar'
import { Button } from '../../../../miniapp/src/components/controls/Button'
import { EmptyState } from '../../../../miniapp/src/components/page/EmptyState'
import { ErrorState } from '../../../../miniapp/src/components/page/ErrorState'
import { Fold } from '../../../../miniapp/src/components/page/Fold'
import { OfflineBar } from '../../../../miniapp/src/components/page/OfflineBar'
import { Skeleton } from '../../../../miniapp/src/components/page/Skeleton'
import { Grid } from '../../../../miniapp/src/elements/grid.h5'
import type { GridCell } from '../../../../miniapp/src/elements/types'
import type { GalleryPage } from '../types'

const nothing = () => undefined
const READ = [
  { text: '10月收进 35,237.00 元。' },
  { text: '花出，保洁员劳务费，六千三百三十三元八角。' },
  { text: '账上还有 468,125.83 元。' },
]
const voice = { start: nothing, stop: nothing }

const cell = (sign: string, word: string, look: GridCell['look'], selected = false): GridCell => ({
  sign,
  word,
  look,
  selected,
})

/** Nothing there, not yet there, not reached, being read aloud. */
export const STATE_PAGES: readonly GalleryPage[] = [
  {
    name: 'EmptyState',
    states: [
      {
        says: '还没有',
        show: () => (
          <EmptyState title="11月收支还没有公开" text="应在12月10日前公开。到时候这里会有。">
            <div className="buttons">
              <Button look="plain" label="到时候告诉我" onPress={nothing} />
            </div>
          </EmptyState>
        ),
      },
    ],
  },
  {
    name: 'ErrorState',
    states: [
      {
        says: '服务器出错',
        show: () => (
          <ErrorState
            error={new ApiError('internal', '服务器出了点问题，请稍后再试。', 500, [], '8f3k2m')}
            onRetry={nothing}
          />
        ),
      },
      {
        says: '没有这一页',
        show: () => (
          <ErrorState error={new ApiError('not_found', '没有找到这份公示。', 404)} onRetry={nothing} />
        ),
      },
      {
        says: '没有网',
        show: () => (
          <ErrorState error={new ApiError('offline', '网络不通，请检查网络后再试。', 0)} onRetry={nothing} />
        ),
      },
    ],
  },
  {
    name: 'OfflineBar',
    states: [
      {
        says: '没有连上',
        show: () => <OfflineBar since="2026-11-05T04:00:00Z" asking={false} onRetry={nothing} />,
      },
      { says: '正在再试', show: () => <OfflineBar since="2026-11-05T04:00:00Z" asking onRetry={nothing} /> },
    ],
  },
  { name: 'Skeleton', states: [{ says: '正在打开', show: () => <Skeleton lines={6} /> }] },
  {
    name: 'Fold',
    states: [
      {
        says: '收起',
        show: () => (
          <Fold label="为什么要公开这个" note="3 条依据">
            <p>农经发〔2011〕13号</p>
          </Fold>
        ),
      },
      {
        says: '打开',
        show: () => (
          <Fold label="为什么要公开这个" opened>
            <p>农经发〔2011〕13号</p>
          </Fold>
        ),
      },
    ],
  },
  {
    name: 'Aloud',
    states: [
      {
        says: '没有开始',
        show: () => <AloudBar sentences={READ} voice={{ ...voice, at: null, failed: false }} />,
      },
      {
        says: '正在读',
        show: () => <AloudBar sentences={READ} voice={{ ...voice, at: 1, failed: false }} />,
      },
      {
        says: '读不出声',
        show: () => <AloudBar sentences={READ} voice={{ ...voice, at: null, failed: true }} />,
      },
    ],
  },
  {
    name: 'Grid',
    wide: true,
    states: [
      {
        says: '公开情况：一行一个村，一列一项',
        show: () => (
          <Grid
            label="公开情况"
            corner="村"
            columns={[
              { id: 'a', label: '村级财务收支' },
              { id: 'b', label: '低保对象名单' },
              { id: 'c', label: '惠农补贴' },
            ]}
            rows={[
              {
                id: '1',
                label: '柳湾村',
                cells: [cell('✓', '按时', 'ok'), cell('×', '晚了', 'late', true), null],
              },
              {
                id: '2',
                label: '北沟门上村和杨家湾村联合社区',
                cells: [cell('!', '快到期', 'warn'), cell('○', '不用', 'quiet'), cell('✓', '按时', 'ok')],
              },
            ]}
            onPress={nothing}
          />
        ),
      },
    ],
  },
]
