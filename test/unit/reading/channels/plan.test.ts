import { NATIONAL_CHANNELS } from '../../../../server/domain/catalogue/vocabulary/channels'
import { channelPlan, channelRule } from '../../../../server/reading/channels/plan'

test('every national channel has the kind of proof that fits it', () => {
  expect(NATIONAL_CHANNELS.map(name => [name, channelRule(name).kind])).toEqual([
    ['政府网站', 'page'],
    ['政府公报', 'other'],
    ['两微一端', 'page'],
    ['发布会/听证会', 'meeting'],
    ['广播电视', 'broadcast'],
    ['纸质媒体', 'other'],
    ['公开查阅点', 'other'],
    ['政务服务中心', 'other'],
    ['便民服务站', 'other'],
    ['入户/现场', 'meeting'],
    ['社区/企事业单位/村公示栏(电子屏)', 'board'],
    ['精准推送', 'page'],
    ['其他', 'other'],
  ])
})

test('what is ticked is planned, what is not is left out, a lost tick is said to be unclear', () => {
  const channels = [
    { name: '政府网站', ticked: true },
    { name: '政府公报', ticked: false },
    { name: '广播电视', ticked: null },
    { name: '政府网站', ticked: true },
  ]
  expect(channelPlan(channels, true).map(({ name, unclear }) => [name, unclear])).toEqual([
    ['政府网站', false],
    ['广播电视', true],
  ])
})

test('a village’s item without channels has its board; a street’s has none', () => {
  expect(channelPlan([], true).map(({ name, kind }) => [name, kind])).toEqual([['村（居）务公开栏', 'board']])
  expect(channelPlan([{ name: '政府公报', ticked: false }], true)).toHaveLength(1)
  expect(channelPlan([], false)).toEqual([])
})
