import { detectNames, nameBeforeNumber } from '../../../../server/domain/privacy/detectors/nameDetectors'
import {
  isListedName,
  isNameInText,
  maskName,
  namesInCell,
} from '../../../../server/domain/privacy/detectors/names'
import { scanText } from '../../../../server/domain/privacy'
import { prepareText } from '../../../../server/domain/privacy/detectors/normalize'

const TODAY = '2026-11-24'

test.each(['张建国', '张三', '王强', '欧阳建国', '司马光'])('%s is a name in a sentence', words => {
  expect(isNameInText(words)).toBe(true)
})

test.each([
  '',
  '张',
  '张建国强',
  '张建国强军',
  '国建',
  'Zhang',
  '高龄',
  '高龄补',
  '合计',
  '张某',
  '张某某',
  '张家村',
  '张家湾',
  '李家沟里',
  '王小组',
])('%p is none', words => {
  expect(isNameInText(words)).toBe(false)
})

test.each(['张建国', '张建国强', '欧阳建国', '阿依古丽·买买提', '买买提·艾力·玉素甫'])(
  '%s is a name in a list',
  words => {
    expect(isListedName(words)).toBe(true)
  },
)

test.each(['', '张', '张建国强军', '合计', '低保户', '张某某', '张家村', '张家湾', '王氏公司', '高龄'])(
  '%p is none in a list either',
  words => {
    expect(isListedName(words)).toBe(false)
  },
)

const CELLS: readonly [string, string[]][] = [
  ['张建国', ['张建国']],
  [' 张建国 ', ['张建国']],
  ['张 三', ['张 三']],
  ['尔朱荣', ['尔朱荣']],
  ['阿依古丽·买买提', ['阿依古丽·买买提']],
  ['Zhang San', ['Zhang San']],
  ['', []],
  ['合计', []],
  ['三组', []],
  ['1户', []],
  ['张*', []],
  ['张某', []],
  ['大石头村', []],
  ['张三、李四', ['张三', '李四']],
  ['张三（户主），李四', ['张三', '李四']],
  ['张三和李四光', ['张三', '李四光']],
  ['张三及李四、王五与赵六', ['张三', '李四', '王五', '赵六']],
  ['张和平、李四', ['张和平', '李四']],
  ['张三等5户', ['张三']],
  ['张三和李小四*', ['张三']],
  ['张三*、李四', ['李四']],
  ['低保户、特困户', []],
]
test.each(CELLS)('the cell %j names %j', (cell, names) => {
  const found = namesInCell(cell)
  expect(found.map(({ text }) => text)).toEqual(names)
  for (const { start, end, text } of found) expect(cell.slice(start, end)).toBe(text)
})

test.each([
  ['张建国', '张*'],
  ['欧阳娜娜', '欧阳*'],
  ['欧阳', '欧*'],
  [' 张 三 ', '张*'],
  ['尔朱荣', '尔*'],
  ['Tom Lee', 'T*'],
  ['张＊', '张*'],
  ['张*国', '张*国'],
  ['𠮷田', '𠮷*'],
  [' ', ''],
])('%j is written %s', (name, mask) => {
  expect(maskName(name)).toBe(mask)
})

const namesIn = (text: string) => [
  ...new Set(
    detectNames(prepareText(text), { today: TODAY })
      .sort((a, b) => a.start - b.start)
      .map(({ start, end }) => text.slice(start, end)),
  ),
]

const TEXTS: readonly [string, string[]][] = [
  ['姓名：张建国', ['张建国']],
  ['姓名 张建国', ['张建国']],
  ['姓名|张建国', ['张建国']],
  ['户主是张建国', ['张建国']],
  ['户主（甲组）：张建国', ['张建国']],
  ['名单如下：\n1、张建国\n2、李秀英', ['张建国', '李秀英']],
  ['名单包括张建国和李秀英', ['张建国', '李秀英']],
  ['名单：张*、李秀英', ['李秀英']],
  ['名单：张*、李*、王*、李秀英', []],
  ['名单：张建国（组长）、李秀英', ['张建国', '李秀英']],
  ['姓名：张建国的房屋', ['张建国']],
  ['姓名：张建国强军', []],
  ['户主张建国的房屋', ['张建国']],
  ['户主张建国房', []],
  ['姓名：见附件', []],
  ['姓名。张建国', []],
  ['困难党员：何建军、高桂兰', ['何建军', '高桂兰']],
  ['困难党员：何建军', ['何建军']],
  ['困难党员：何军', []],
  ['困难党员：何建军、电视', ['何建军']],
  ['审批部门：何建军', []],
  ['办理地点：何建军、高桂兰', []],
  ['村民张建国申请', ['张建国']],
  ['村民张建国', ['张建国']],
  ['村民张三的', ['张三']],
  ['村民张建国房', []],
  ['村民张*的', []],
  ['张建国、李秀英、王志强', ['张建国', '李秀英', '王志强']],
  ['张建国、李秀英', []],
  ['张建国、李秀英、道路', []],
  ['张建国、李秀英、王志强等', ['张建国', '李秀英', '王志强']],
  ['张建国，男', ['张建国']],
  ['张建国 女，65岁', ['张建国']],
  ['水泥路，男', []],
  ['王建国等5户', ['王建国']],
  ['王建国等三人', ['王建国']],
  ['王建国等项目', []],
  ['张建国\n李秀英\n王强', ['张建国', '李秀英', '王强']],
  ['张建国\n李秀英', []],
  ['张建国\n李秀英\n道路\n王强', []],
  ['甲\n1. 张建国\n2. 李秀英\n3. 王强\n乙', ['张建国', '李秀英', '王强']],
]
test.each(TEXTS)('%j names %j', (text, names) => {
  expect(namesIn(text)).toEqual(names)
})

const before = (text: string) => {
  const at = text.indexOf('#')
  const hit = nameBeforeNumber(text, at)
  return hit && [text.slice(hit.start, hit.end), hit.value]
}
test.each([
  ['张建国#', '张建国'],
  ['张建国 身份证号：#', '张建国'],
  ['张建国（男，身份证号码为#', '张建国'],
  ['张三的银行卡卡号是 #', '张三'],
  ['村民张建国电话#', '张建国'],
  ['欧阳建国，手机号#', '欧阳建国'],
  ['补贴张建国电话#', null],
  ['联系电话#', null],
  ['张建国。#', null],
  ['#', null],
])('%s: the number belongs to %p', (text, name) => {
  expect(before(text)).toEqual(name && [name, name])
})

test('the owner of a blocked number is told', () => {
  const found = scanText('张建国 手机13812345678', { today: TODAY })
  expect(found.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'person-name 张建国',
    'mobile 13812345678',
  ])
})
