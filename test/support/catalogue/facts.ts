import type { Level } from '@shared/contract/catalogues/catalogue'

/** One item as it truly is; layouts print it, the importer has to give it back. */
export interface Fact {
  no: string
  path: string[]
  elements: string[]
  basis: string[]
  deadline: string
  subjects: string[]
  /** Ticked channels; the others of the national 13 are empty boxes. */
  channels: string[]
  scope: 'public' | 'specific' | 'both'
  mode: 'active' | 'on-request' | 'both'
  levels: Level[]
}

export const NATIONAL = [
  '政府网站',
  '政府公报',
  '两微一端',
  '发布会/听证会',
  '广播电视',
  '纸质媒体',
  '公开查阅点',
  '政务服务中心',
  '便民服务站',
  '入户/现场',
  '社区/企事业单位/村公示栏(电子屏)',
  '精准推送',
  '其他',
]

const BOARD = '社区/企事业单位/村公示栏(电子屏)'
const MADE = '制定或获取信息之日起10个工作日内'
const CHANGED = '信息形成或者变更之日起20个工作日内'

/** Items of published catalogues, in the wording of the ministries' templates. */
export const FACTS: readonly Fact[] = [
  {
    no: '1',
    path: ['综合业务', '政策法规文件'],
    elements: ['社会救助暂行办法', '各地配套政策法规文件'],
    basis: ['《中华人民共和国政府信息公开条例》(国令第711号)'],
    deadline: MADE,
    subjects: ['县级人民政府民政部门', '乡镇人民政府(街道办事处)'],
    channels: ['政府网站', '公开查阅点'],
    scope: 'public',
    mode: 'active',
    levels: ['county', 'town'],
  },
  {
    no: '2',
    path: ['综合业务', '监督检查'],
    elements: ['社会救助信访通讯地址', '社会救助投诉举报电话'],
    basis: ['《中华人民共和国政府信息公开条例》(国令第711号)'],
    deadline: MADE,
    subjects: ['县级人民政府民政部门', '乡镇人民政府(街道办事处)'],
    channels: ['政府网站', '政务服务中心', BOARD],
    scope: 'public',
    mode: 'active',
    levels: ['county', 'town'],
  },
  {
    no: '3',
    path: ['最低生活保障', '办事指南'],
    elements: [
      '办理事项',
      '办理条件',
      '最低生活保障标准',
      '申请材料',
      '办理流程',
      '办理时间、地点',
      '联系方式',
    ],
    basis: ['国发〔2012〕45号', '各地相关政策法规文件'],
    deadline: MADE,
    subjects: ['乡镇人民政府(街道办事处)'],
    channels: ['政府网站', '便民服务站'],
    scope: 'public',
    mode: 'active',
    levels: ['county', 'town'],
  },
  {
    no: '4',
    path: ['最低生活保障', '审核信息'],
    elements: ['初审对象名单及相关信息'],
    basis: ['国发〔2012〕45号'],
    deadline: '制定或获取信息之日起10个工作日内,公示7个工作日',
    subjects: ['乡镇人民政府(街道办事处)'],
    channels: [BOARD],
    scope: 'specific',
    mode: 'active',
    levels: ['town', 'village'],
  },
  {
    no: '5',
    path: ['特困人员救助供养', '审批信息'],
    elements: ['特困供养对象名单及相关信息', '终止供养名单'],
    basis: ['国发〔2016〕14号', '民发〔2021〕43号'],
    deadline: '及时公开',
    subjects: ['县级人民政府民政部门'],
    channels: ['政府网站', '两微一端', BOARD],
    scope: 'both',
    mode: 'both',
    levels: ['county', 'town', 'village'],
  },
  {
    no: '6',
    path: ['农业生产发展资金', '耕地地力保护'],
    elements: ['政策依据', '申请指南(补贴对象、补贴范围、补贴标准)', '补贴结果', '监督渠道(举报电话、地址)'],
    basis: ['《农业生产发展资金管理办法》'],
    deadline: `${CHANGED}。法律、法规对政府信息公开的期限另有规定的,从其规定。`,
    subjects: ['乡镇人民政府', '行政村村民委员会'],
    channels: ['便民服务站', BOARD],
    scope: 'public',
    mode: 'active',
    levels: ['town', 'village'],
  },
  {
    no: '7',
    path: ['农业生产发展资金', '农机购置补贴'],
    elements: ['补贴机具种类', '补贴额一览表', '受益对象', '资金使用进度'],
    basis: ['《农业机械化促进法》', '财农〔2023〕11号'],
    deadline: '半年至少更新1次',
    subjects: ['县级农业农村部门', '县财政局'],
    channels: ['政府网站', '政府公报', '精准推送'],
    scope: 'public',
    mode: 'on-request',
    levels: ['county'],
  },
  {
    no: '8',
    path: ['村级财务', '收支情况'],
    elements: ['收入明细', '支出明细', '期末余额', '债权债务'],
    basis: ['《村民委员会组织法》'],
    deadline: '每季度的首个月20日',
    subjects: ['村民委员会'],
    channels: [BOARD],
    scope: 'public',
    mode: 'active',
    levels: ['village'],
  },
  {
    no: '9',
    path: ['养老服务业务办理', '老年人补贴'],
    elements: [
      '补贴名称',
      '补贴依据',
      '补贴对象',
      '内容和标准',
      '申请材料清单及格式',
      '办理流程',
      '办理部门',
      '办理时限',
    ],
    basis: ['信息公开规定'],
    deadline: '制定或获取扶持补贴政策之日起10个工作日内',
    subjects: ['乡人民政府'],
    channels: ['政府网站', '政务服务中心', '其他'],
    scope: 'public',
    mode: 'active',
    levels: ['town'],
  },
]
