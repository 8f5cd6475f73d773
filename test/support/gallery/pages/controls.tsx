import { useState } from 'react'
import { Button } from '../../../../miniapp/src/components/controls/Button'
import { Chip } from '../../../../miniapp/src/components/controls/Chip'
import { Choices } from '../../../../miniapp/src/components/controls/Choices'
import { Tabs } from '../../../../miniapp/src/components/controls/Tabs'
import { Toast } from '../../../../miniapp/src/components/controls/Toast'
import { CheckField } from '../../../../miniapp/src/components/form/CheckField'
import { DateField } from '../../../../miniapp/src/components/form/DateField'
import { SelectField } from '../../../../miniapp/src/components/form/SelectField'
import { SwitchRow } from '../../../../miniapp/src/components/form/SwitchRow'
import { TextField } from '../../../../miniapp/src/components/form/TextField'
import { BottomBar } from '../../../../miniapp/src/components/page/BottomBar'
import { Problems } from '../../../../miniapp/src/components/page/Problems'
import type { GalleryPage } from '../types'

const nothing = () => undefined
const GROUPS = [
  { value: 'a', label: '按组' },
  { value: 'b', label: '按标准' },
  { value: 'c', label: '按金额从大到小' },
] as const

function Chips() {
  const [at, setAt] = useState('a')
  return (
    <div className="chips" role="group" aria-label="排列">
      {GROUPS.map(({ value, label }) => (
        <Chip key={value} label={label} on={value === at} onPress={() => setAt(value)} />
      ))}
    </div>
  )
}

/** What is pressed and filled in. */
export const CONTROL_PAGES: readonly GalleryPage[] = [
  { name: 'Chip', states: [{ says: '选一个', show: Chips }] },
  {
    name: 'Button',
    states: [
      {
        says: '主要的、平常的、撤回、现在不能按',
        show: () => (
          <div className="buttons">
            <Button label="提意见" onPress={nothing} />
            <Button look="plain" label="看每一笔" onPress={nothing} />
            <Button look="danger" label="撤回" onPress={nothing} />
            <Button label="提交审核" disabled onPress={nothing} />
          </div>
        ),
      },
      {
        says: '很长的字',
        show: () => (
          <Button wide label="看柳溪街道公开的同一件事，和村里的放在一起比一比" onPress={nothing} />
        ),
      },
    ],
  },
  {
    name: 'Choices',
    states: [
      {
        says: '选一项',
        show: () => (
          <Choices
            label="给谁看"
            value="a"
            onChange={nothing}
            options={[
              { value: 'a', label: '所有人', help: '不用登录就能看' },
              { value: 'b', label: '本村的人' },
            ]}
          />
        ),
      },
      { says: '几种看法', show: () => <Tabs label="看法" options={GROUPS} value="b" onChange={nothing} /> },
    ],
  },
  {
    name: 'Field',
    states: [
      {
        says: '平常、有错、选一个、日子、开关',
        show: () => (
          <>
            <TextField id="a" label="标题" required value="2026年10月村级财务收支公开" onChange={nothing} />
            <TextField
              id="b"
              label="金额"
              kind="decimal"
              value="12,00"
              help="单位：元"
              fault="金额写成数字，比如 1200.00。"
              onChange={nothing}
            />
            <SelectField
              id="c"
              label="第几组"
              value="1"
              options={[{ value: '1', label: '第一村民小组' }]}
              onChange={nothing}
            />
            <DateField id="d" label="哪一天" value="2026-11-05" onChange={nothing} />
            <CheckField
              id="e"
              label="在哪里贴过"
              values={['a']}
              options={GROUPS.slice(0, 2)}
              onChange={nothing}
            />
            <SwitchRow label="长辈版" text="字大，按键大" on onChange={nothing} />
            <SwitchRow label="深色" text="夜里看" on={false} onChange={nothing} />
            <Problems problems={['第 3 行：日期不在10月里。', '期末余额差 100.00 元。']} />
          </>
        ),
      },
    ],
  },
  {
    name: 'BottomBar',
    wide: true,
    states: [
      {
        says: '在公开栏',
        show: () => (
          <div style={{ height: 140 }}>
            <BottomBar current="home" />
          </div>
        ),
      },
    ],
  },
  {
    name: 'Toast',
    states: [
      {
        says: '做了一件事，可以撤销',
        show: () => (
          <div style={{ height: 260 }}>
            <Toast text="催办 3 个村，5 秒后发出" onUndo={nothing} />
          </div>
        ),
      },
    ],
  },
]
