import { csvOf, docxOf, htmlOf, xlsxOf } from '../files'
import { gridOf } from '../gridOf'
import type { Layout } from './layout'

const left = gridOf(`
序号 | 一级事项 | 二级事项 | 公开内容（要素） | 公开依据
1 | 最低生活保障 | 办事指南 | 办理条件、申请材料 | 国发〔2012〕45号
2 | ^ | 审批信息 | 低保对象名单 | ^
`)
const right = gridOf(`
序号 | 公开时限 | 公开主体 | 公开渠道和载体 | 公开层级
1 | 制定或获取信息之日起10个工作日内 | 镇人民政府 | ■政府网站 □两微一端 | 乡级
2 | 及时公开 | 镇人民政府、村民委员会 | □政府网站 ■村公示栏 | 乡级、村级
`)

const cards = ['临时救助审批信息', '特困供养对象名单'].map((name, index) =>
  gridOf(`
公开事项 | ${name} | < | <
公开内容 | 姓名、金额、事由 | < | <
公开依据 | 国发〔2014〕47号 | 公开时限 | ${index === 0 ? '审批后10个工作日内' : '及时公开'}
公开主体 | 镇人民政府 | 公开渠道 | ${index === 0 ? '■' : '□'}政府网站 ■村公示栏
`),
)

const window = gridOf(`
序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 | < | 公开渠道和载体（■必选，□可选） | < | <
^ | ^ | ^ | ^ | 牵头单位 | 配合单位 | 政府网站 | 办事窗口 | 公告栏
1 | 出生登记 | 条件；材料；流程 | 信息形成或者变更之日起20个工作日内 | 派出所 | 卫生院 | ■ | ■ | □
2 | 死亡注销 | 条件；材料；流程；时限 | ^ | ^ | 民政办 | ■ | □ | □
3 | 迁入登记 | ^ | ^ | ^ |  | ■ | ■ | ■
`)

const contents = gridOf(`
公开类别 | 公开内容 | 公开时限 | 公开形式 | 责任单位
财务公开 | 村级财务收支明细 | 每月10日前 | 公开栏、微信群 | 村委会
^ | 债权债务情况 | 每季度一次 | 公开栏 | 村委会
事务公开 | 宅基地审批结果 | 审批后3日内 | 公开栏 | 村委会
`)

const mixed = gridOf(`
序号 | 公开事项 | 公开内容及时限 | 公开主体 | 公开渠道
1 | 临时救助审批 | 救助金额、救助事由（审批后5个工作日内公开） | 民政办 | 村公示栏
2 | 集体收支 | 收入明细、支出明细。每季度末月25日前公开 | 村委会 | 村公示栏
`)

const areas = gridOf(`
领域 | 序号 | 事项名称 | 内容要素 | 时限要求 | 责任单位 | 公开平台 | 备注
社会救助 | 1 | 低保审批 | 名单;金额 | 审批后10个工作日内 | 民政办 | 政府网站;村公示栏 |
 | 2 | 临时救助 | 名单;金额 | 审批后10个工作日内 | 民政办 | 政府网站;村公示栏 | 每月更新
养老服务 | 3 | 高龄津贴 | 对象;标准 | 每季度公布一次 | 民政办 | 政府网站 |
 | 4 | 养老机构 | 名录 | 及时公开 | 民政办 | 政府网站 |
`)

const markdown = `# XX街道公共法律服务领域标准目录

| 序号 | 一级事项 | 二级事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道和载体 | 全社会 | 特定群体 | 主动 | 依申请 | 区级 | 街道级 |
|:---:|---|---|---|---|---|---|---|:-:|:-:|:-:|:-:|:-:|:-:|
| 1 | 法治宣传教育 | 法律知识普及 | 1.法律法规资讯<br>2.普法动态资讯 | 《法治宣传教育规划》 | 自制作或获取该信息之日起20个工作日内 | 司法所 | ■政府网站 □两微一端 | √ | | √ | | √ | √ |
| | | 推广法治文化 | 辖区内法治文化阵地信息 | 同上 | 同上 | 同上 | ■政府网站 ■两微一端 | √ | | √ | | √ | √ |
| 2 | 律师 | 律师事务所变更 | 法律依据；申请条件 | 《律师法》 | 法定时限内 | 区司法局 | ■政府网站 □两微一端 | | √ | | √ | √ | |
`

const circled = ['序号', '公开事项', '公开内容', '公开时限', '公开主体', '公开渠道']
  .concat(['①', '低保名单', '姓名、金额', '每季度首月10日前', '村委会', '村务公开栏'])
  .concat(['②', '危房改造', '对象、补助金额', '公示7天', '村委会', '村务公开栏'])
  .concat(['③', '土地流转', '面积、租金', '合同签订后5日内', '村委会', '村务公开栏'])

const lostNumber = ['序号', '公开事项', '公开内容', '公开时限', '公开主体', '公开渠道和载体']
  .concat([
    '1',
    '低保政策',
    '文件名称、文号',
    '制定或获取信息之日起10个工作日内',
    '县民政局',
    '■政府网站 □两微一端',
  ])
  .concat(['低保名单', '姓名、保障金额', '及时公开', '乡镇人民政府', '■村公示栏 □政府网站'])
  .concat(['3', '特困供养', '名单、标准', '每季度公布一次', '乡镇人民政府', '■村公示栏 □政府网站'])

const prose = `××村村务公开清单
（一）低保对象名单
1、公开内容：姓名、家庭人口、保障金额
2、公开时限：每季度首月10日前
3、公开主体：村民委员会
4、公开渠道：村务公开栏、村微信群
（二）村集体收支
1、公开内容：收入、支出、结余
2、公开时限：每月5日前
3、公开主体：村务监督委员会
4、公开渠道：村务公开栏
`

/** Layouts that no template knows: tables cut in two, cards, headers of two matters, numbers that were lost. */
export const ODD_LAYOUTS: readonly Layout[] = [
  {
    name: '横排太宽，左右两张表',
    file: 'a.docx',
    bytes: () => docxOf('××镇社会救助领域政务公开标准目录', left, right),
    areas: ['社会救助'],
    warned: ['table-joined'],
    truth: [
      {
        no: '1',
        path: ['最低生活保障', '办事指南'],
        elements: ['办理条件', '申请材料'],
        basis: ['国发〔2012〕45号'],
        deadline: '制定或获取信息之日起10个工作日内',
        subjects: ['镇人民政府'],
        channels: ['政府网站'],
        levels: ['town'],
      },
      {
        no: '2',
        path: ['最低生活保障', '审批信息'],
        elements: ['低保对象名单'],
        basis: ['国发〔2012〕45号'],
        deadline: '及时公开',
        subjects: ['镇人民政府', '村民委员会'],
        channels: ['村公示栏'],
        levels: ['town', 'village'],
      },
    ],
  },
  {
    name: '一事一卡',
    file: 'a.html',
    bytes: () => htmlOf(...cards),
    truth: [
      {
        path: ['临时救助审批信息'],
        elements: ['姓名', '金额', '事由'],
        basis: ['国发〔2014〕47号'],
        deadline: '审批后10个工作日内',
        subjects: ['镇人民政府'],
        channels: ['政府网站', '村公示栏'],
      },
      {
        path: ['特困供养对象名单'],
        elements: ['姓名', '金额', '事由'],
        basis: ['国发〔2014〕47号'],
        deadline: '及时公开',
        subjects: ['镇人民政府'],
        channels: ['村公示栏'],
      },
    ],
  },
  {
    name: '必选可选、牵头配合',
    file: 'a.xlsx',
    bytes: () => xlsxOf({ 户籍管理: window }),
    areas: ['户籍管理'],
    doubted: ['1 channels', '2 channels'],
    truth: [
      {
        no: '1',
        path: ['出生登记'],
        elements: ['条件', '材料', '流程'],
        deadline: '信息形成或者变更之日起20个工作日内',
        subjects: ['派出所', '卫生院'],
        channels: ['政府网站', '办事窗口'],
      },
      {
        no: '2',
        path: ['死亡注销'],
        elements: ['条件', '材料', '流程', '时限'],
        deadline: '信息形成或者变更之日起20个工作日内',
        subjects: ['派出所', '民政办'],
        channels: ['政府网站'],
      },
      {
        no: '3',
        path: ['迁入登记'],
        elements: ['条件', '材料', '流程', '时限'],
        deadline: '信息形成或者变更之日起20个工作日内',
        subjects: ['派出所'],
        channels: ['政府网站', '办事窗口', '公告栏'],
      },
    ],
  },
  {
    name: '没有事项列，内容就是事项',
    file: 'a.html',
    bytes: () => htmlOf(contents),
    truth: [
      {
        path: ['财务公开', '村级财务收支明细'],
        elements: null,
        deadline: '每月10日前',
        subjects: ['村委会'],
        channels: ['公开栏', '微信群'],
      },
      {
        path: ['财务公开', '债权债务情况'],
        elements: null,
        deadline: '每季度一次',
        subjects: ['村委会'],
        channels: ['公开栏'],
      },
      {
        path: ['事务公开', '宅基地审批结果'],
        elements: null,
        deadline: '审批后3日内',
        subjects: ['村委会'],
        channels: ['公开栏'],
      },
    ],
  },
  {
    name: '内容和时限写在一列',
    file: 'a.xlsx',
    bytes: () => xlsxOf({ Sheet1: mixed }),
    doubted: ['1 elements', '2 elements'],
    truth: [
      { no: '1', path: ['临时救助审批'], deadline: null, subjects: ['民政办'], channels: ['村公示栏'] },
      { no: '2', path: ['集体收支'], deadline: null, subjects: ['村委会'], channels: ['村公示栏'] },
    ],
  },
  {
    name: 'csv：领域列、时限要求、备注',
    file: 'a.csv',
    bytes: () => Buffer.from(csvOf(areas)),
    areas: ['社会救助', '养老服务'],
    truth: [
      {
        no: '1',
        path: ['低保审批'],
        elements: ['名单', '金额'],
        deadline: '审批后10个工作日内',
        subjects: ['民政办'],
        channels: ['政府网站', '村公示栏'],
      },
      {
        no: '2',
        path: ['临时救助'],
        elements: ['名单', '金额'],
        deadline: '审批后10个工作日内',
        subjects: ['民政办'],
        channels: ['政府网站', '村公示栏'],
      },
      {
        no: '3',
        path: ['高龄津贴'],
        elements: ['对象', '标准'],
        deadline: '每季度公布一次',
        subjects: ['民政办'],
        channels: ['政府网站'],
      },
      {
        no: '4',
        path: ['养老机构'],
        elements: ['名录'],
        deadline: '及时公开',
        subjects: ['民政办'],
        channels: ['政府网站'],
      },
    ],
  },
  {
    name: 'Markdown 竖线表、同上',
    file: 'a.txt',
    bytes: () => Buffer.from(markdown),
    areas: ['公共法律服务'],
    truth: [
      {
        no: '1',
        path: ['法治宣传教育', '法律知识普及'],
        elements: ['法律法规资讯', '普法动态资讯'],
        basis: ['《法治宣传教育规划》'],
        deadline: '自制作或获取该信息之日起20个工作日内',
        subjects: ['司法所'],
        channels: ['政府网站'],
        scope: 'public',
        mode: 'active',
        levels: ['county', 'town'],
      },
      {
        path: ['法治宣传教育', '推广法治文化'],
        elements: ['辖区内法治文化阵地信息'],
        basis: ['《法治宣传教育规划》'],
        deadline: '自制作或获取该信息之日起20个工作日内',
        subjects: ['司法所'],
        channels: ['政府网站', '两微一端'],
        scope: 'public',
        mode: 'active',
        levels: ['county', 'town'],
      },
      {
        no: '2',
        path: ['律师', '律师事务所变更'],
        elements: ['法律依据', '申请条件'],
        basis: ['《律师法》'],
        deadline: '法定时限内',
        subjects: ['区司法局'],
        channels: ['政府网站'],
        scope: 'specific',
        mode: 'on-request',
        levels: ['county'],
      },
    ],
  },
  {
    name: '圈码序号，一格一行',
    file: 'a.txt',
    bytes: () => Buffer.from(circled.join('\n')),
    truth: [
      {
        path: ['低保名单'],
        elements: ['姓名', '金额'],
        deadline: '每季度首月10日前',
        subjects: ['村委会'],
        channels: ['村务公开栏'],
      },
      {
        path: ['危房改造'],
        elements: ['对象', '补助金额'],
        deadline: '公示7天',
        subjects: ['村委会'],
        channels: ['村务公开栏'],
      },
      {
        path: ['土地流转'],
        elements: ['面积', '租金'],
        deadline: '合同签订后5日内',
        subjects: ['村委会'],
        channels: ['村务公开栏'],
      },
    ],
  },
  {
    name: '一格一行，丢了一个序号',
    file: 'a.txt',
    bytes: () => Buffer.from(lostNumber.join('\n\n')),
    truth: [
      {
        no: '1',
        path: ['低保政策'],
        elements: ['文件名称', '文号'],
        deadline: '制定或获取信息之日起10个工作日内',
        subjects: ['县民政局'],
        channels: ['政府网站'],
      },
      {
        no: null,
        path: ['低保名单'],
        elements: ['姓名', '保障金额'],
        deadline: '及时公开',
        subjects: ['乡镇人民政府'],
        channels: ['村公示栏'],
      },
      {
        no: '3',
        path: ['特困供养'],
        elements: ['名单', '标准'],
        deadline: '每季度公布一次',
        subjects: ['乡镇人民政府'],
        channels: ['村公示栏'],
      },
    ],
  },
  {
    name: '编号的分条段落',
    file: 'a.txt',
    bytes: () => Buffer.from(prose),
    truth: [
      {
        no: '一',
        path: ['低保对象名单'],
        elements: ['姓名', '家庭人口', '保障金额'],
        deadline: '每季度首月10日前',
        subjects: ['村民委员会'],
        channels: ['村务公开栏', '村微信群'],
      },
      {
        no: '二',
        path: ['村集体收支'],
        elements: ['收入', '支出', '结余'],
        deadline: '每月5日前',
        subjects: ['村务监督委员会'],
        channels: ['村务公开栏'],
      },
    ],
  },
]
