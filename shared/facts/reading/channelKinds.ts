/**
 * Kinds of channel 公开渠道和载体 by the possible proof of publication. Proofs are optional: no reminders, counts or
 * rankings (国办函〔2026〕12号: no forced 留痕).
 */

export const CHANNEL_KINDS = ['page', 'board', 'broadcast', 'meeting', 'other'] as const
export type ChannelKind = (typeof CHANNEL_KINDS)[number]

interface KindRule {
  kind: ChannelKind
  label: string
  /** Words in a channel's name; the first matching rule counts. */
  words: readonly string[]
  /** Possible proof. */
  help: string
  needs: 'nothing' | 'photo' | 'words' | 'either'
}

/** Source: names of channels in the national templates and published catalogues. Checked 2026-11. */
export const CHANNEL_RULES: readonly KindRule[] = [
  {
    kind: 'board',
    label: '公开栏照片',
    words: [
      '公示栏',
      '公开栏',
      '宣传栏',
      '公告栏',
      '公布栏',
      '张贴',
      '村公示',
      '电子屏',
      '显示屏',
      '明白纸',
      '明白卡',
    ],
    help: '拍一张贴好以后的照片，不要拍到人。照片里的拍摄地点、手机型号会自动去掉。',
    needs: 'photo',
  },
  {
    kind: 'broadcast',
    label: '广播记录',
    words: ['广播', '电视', '喇叭'],
    help: '写明播了几次、什么时候播的。',
    needs: 'words',
  },
  {
    kind: 'meeting',
    label: '会议记录',
    words: ['发布会', '听证会', '会议', '大会', '入户', '现场'],
    help: '写明什么会、多少人参加；也可以拍会议记录，不要拍到签名和电话。',
    needs: 'either',
  },
  {
    kind: 'page',
    label: '网上公开',
    words: [
      '网',
      '两微一端',
      '微信',
      '微博',
      '公众号',
      '小程序',
      '客户端',
      '平台',
      '系统',
      '一体机',
      '触摸屏',
      '推送',
    ],
    help: '这一页就是，不用登记。',
    needs: 'nothing',
  },
  {
    kind: 'other',
    label: '其他记录',
    words: [],
    help: '写明放在哪里、什么时候放的，或者拍一张照片。',
    needs: 'either',
  },
]

/** Default if the catalogue names no channel: every village has a board. */
export const VILLAGE_BOARD = {
  name: '村（居）务公开栏',
  source: '中办发〔2004〕17号：在便于群众观看的地方设立固定的村务公开栏',
  checkedOn: '2026-11-26',
} as const

/** Most proofs of one edition. */
export const MOST_PROOFS = 20
