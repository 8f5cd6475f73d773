import type { Layout } from './layout'

const META = `首页 > 政务公开 > 基层政务公开
索引号：0007/2023-00123
公开方式：主动公开
发布机构：××县民政局
成文日期：2023-05-06
公开时限：长期公开
公开范围：面向社会
责任部门：民政局
××县社会救助领域基层政务公开标准目录
发布时间：2023-05-06 浏览次数：123 【字体：大 中 小】`

const PIPES = `序号| 公开事项| 公开内容(要素)| 公开依据| 公开时限| 公开主体| 公开渠道和载体| 公开对象| 公开方式| 公开层级 | ||||
一级事项| 二级事项| 全社会| 特定群众| 主动| 依申请公开| 县级| 乡级 | ||||||
1 | 综合业务 | 政策法规文件 | 文件名称、文号 | 国令第711号 | 制定或获取信息之日起10个工作日内 | 民政局 | ■政府网站 □政府公报 | √ |  | √ |  | √ |  |
2 | 综合业务 | 监督检查 | 信访地址、投诉电话 | 国令第711号 | 及时公开 | 民政局、乡镇人民政府 | ■政府网站 ■村公示栏 | √ |  | √ |  | √ | √ |`

const NAMED = `序号| 公开事项| 公开内容(要素)| 公开依据| 公开时限| 公开主体| 公开渠道和载体| 公开对象| 公开方式| 公开层级 | ||||
一级事项| 二级事项| 全社会| 特定群众| 主动| 依申请公开| 县级| 乡级 | ||||||
1 | 工程招投标 | 资格预审公告 | 招标项目名称、资金来源 | 《招标投标法实施条例》 | 同上 | 招标人及其代理机构 | ■政府网站 ■公共资源交易平台 | √ |  | √ |  | √ |  |
2 | 项目信息 | 重大项目审批 | 申报要求 | 《政府信息公开条例》 | 实时公开 | 发展改革局 | ■投资项目在线审批监管平台 ■政府网站 |  | √（项目单位） | √ |  | √ |  |`

const END = `【打印】【关闭】
上一篇：××县养老服务领域基层政务公开标准目录
版权所有：××县人民政府 网站标识码：4300000000 湘ICP备12345678号`

const html = `<html><head><meta charset="utf-8"><title>××县社会救助领域基层政务公开标准目录</title></head><body><div>首页 政务公开</div>
<table><tr><td>索引号</td><td>0007/2023</td><td>公开方式</td><td>主动公开</td></tr><tr><td>发布机构</td><td>民政局</td><td>公开时限</td><td>长期公开</td></tr><tr><td>名称</td><td colspan=3>××县社会救助领域基层政务公开标准目录</td></tr><tr><td>公开范围</td><td>面向社会</td><td>责任部门</td><td>民政局</td></tr></table>
<table><tr><th rowspan=2>序号</th><th rowspan=2>过程</th><th colspan=2>公开事项</th><th rowspan=2>公开内容（要素）</th><th rowspan=2>公开时限</th><th rowspan=2>公开主体</th><th rowspan=2>公开渠道</th></tr><tr><th>一级事项</th><th>二级事项</th></tr>
<tr><td>1</td><td rowspan=2>决策</td><td rowspan=2>最低生活保障</td><td>政策文件</td><td>名称；文号</td><td>20个工作日内</td><td>县民政局</td><td>■政府网站 □政府公报</td></tr>
<tr><td>2</td><td>标准</td><td>保障标准</td><td>及时公开</td><td>县民政局</td><td>■政府网站 □两微一端</td></tr>
<tr><td></td><td>执行</td><td>临时救助</td><td>审批结果</td><td>名单</td><td>信息形成之日起20个工作日内</td><td>乡镇人民政府、行政村</td><td>□政府网站 ■村公示栏</td></tr></table></body></html>`

const cells = ['序号', '开事项', '公开内容(要素)', '公开依据', '公开时限', '公开主体', '公开渠道和载体']
  .concat([
    '1',
    '政策文件',
    '文件名称',
    '政府信息公开条例',
    '信息形成之日起20个工作日内',
    '县农业农村局',
    '■政府网站',
  ])
  .concat([
    '2',
    '资金分配',
    '分配结果',
    '同上',
    '分配结果确定后20个工作日内',
    '同上',
    '■政府网站 ■公示栏',
    '3',
  ])
  .concat(['4', '项目管理', '项目库', '同上', '同上', '同上', '■公示栏'])

const downwards = [
  '序',
  '号',
  '公开事项',
  '公开内容(要素)',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道和载体',
]
  .concat([
    '一级事项',
    '二级事项',
    '11',
    ...'最低生活保障',
    '审核信息',
    '初审对象名单及相关信息',
    '国发〔2012〕45号',
  ])
  .concat([
    '制定或获取信息之日起10个工',
    '作日内,公示7个工作日',
    '乡镇人民政府(街道办',
    '事处)',
    '■社区/企事业单位/村公示栏(电',
    '子屏)',
  ])
  .concat([
    '12',
    '审批信息',
    '低保对象名单及相关信息',
    '国发〔2012〕45号',
    '及时公开',
    '县级民政部门',
    '■政府网站',
  ])

/** Pages as they are copied: what the site puts around a table, rows without content, cells written downwards. */
export const PAGE_LAYOUTS: readonly Layout[] = [
  {
    name: '网页文字：页面属性在上，页脚在下',
    file: 'a.txt',
    bytes: () => Buffer.from(`${META}\n${PIPES}\n${END}`),
    areas: ['社会救助'],
    truth: [
      {
        no: '1',
        path: ['综合业务', '政策法规文件'],
        elements: ['文件名称', '文号'],
        basis: ['国令第711号'],
        deadline: '制定或获取信息之日起10个工作日内',
        subjects: ['民政局'],
        channels: ['政府网站'],
        scope: 'public',
        mode: 'active',
        levels: ['county'],
      },
      {
        no: '2',
        path: ['综合业务', '监督检查'],
        elements: ['信访地址', '投诉电话'],
        basis: ['国令第711号'],
        deadline: '及时公开',
        subjects: ['民政局', '乡镇人民政府'],
        channels: ['政府网站', '村公示栏'],
        scope: 'public',
        mode: 'active',
        levels: ['county', 'town'],
      },
    ],
  },
  {
    name: '网页：属性表在前，五公开过程一列',
    file: 'a.html',
    bytes: () => Buffer.from(html),
    areas: ['社会救助'],
    truth: [
      {
        no: '1',
        path: ['最低生活保障', '政策文件'],
        elements: ['名称', '文号'],
        deadline: '20个工作日内',
        subjects: ['县民政局'],
        channels: ['政府网站'],
      },
      {
        no: '2',
        path: ['最低生活保障', '标准'],
        elements: ['保障标准'],
        deadline: '及时公开',
        subjects: ['县民政局'],
        channels: ['政府网站'],
      },
      {
        path: ['临时救助', '审批结果'],
        elements: ['名单'],
        deadline: '信息形成之日起20个工作日内',
        subjects: ['乡镇人民政府', '行政村'],
        channels: ['村公示栏'],
      },
    ],
  },
  {
    name: '一格一行，表头缺字，有空行',
    file: 'a.txt',
    bytes: () => Buffer.from(cells.join('\n\n')),
    truth: [
      {
        no: '1',
        path: ['政策文件'],
        elements: ['文件名称'],
        basis: ['政府信息公开条例'],
        deadline: '信息形成之日起20个工作日内',
        subjects: ['县农业农村局'],
        channels: ['政府网站'],
      },
      {
        no: '2',
        path: ['资金分配'],
        elements: ['分配结果'],
        basis: ['政府信息公开条例'],
        deadline: '分配结果确定后20个工作日内',
        subjects: ['县农业农村局'],
        channels: ['政府网站', '公示栏'],
      },
      {
        no: '4',
        path: ['项目管理'],
        elements: ['项目库'],
        basis: ['政府信息公开条例'],
        deadline: '分配结果确定后20个工作日内',
        subjects: ['县农业农村局'],
        channels: ['公示栏'],
      },
    ],
  },
  {
    name: '片段，合并格一字一行',
    file: 'a.txt',
    bytes: () => Buffer.from(downwards.join('\n')),
    truth: [
      {
        no: '11',
        path: ['最低生活保障', '审核信息'],
        elements: ['初审对象名单及相关信息'],
        basis: ['国发〔2012〕45号'],
        deadline: '制定或获取信息之日起10个工作日内,公示7个工作日',
        subjects: ['乡镇人民政府(街道办事处)'],
        channels: ['社区/企事业单位/村公示栏(电子屏)'],
      },
      {
        no: '12',
        path: ['最低生活保障', '审批信息'],
        elements: ['低保对象名单及相关信息'],
        basis: ['国发〔2012〕45号'],
        deadline: '及时公开',
        subjects: ['县级民政部门'],
        channels: ['政府网站'],
      },
    ],
  },
  {
    name: '同上无所指，平台有名称，对象写在勾旁',
    file: 'a.txt',
    bytes: () => Buffer.from(NAMED),
    doubted: ['1 deadline'],
    warned: ['ditto-lost'],
    truth: [
      {
        no: '1',
        path: ['工程招投标', '资格预审公告'],
        elements: ['招标项目名称', '资金来源'],
        basis: ['《招标投标法实施条例》'],
        subjects: ['招标人及其代理机构'],
        channels: ['政府网站', '公共资源交易平台'],
        scope: 'public',
        mode: 'active',
        levels: ['county'],
      },
      {
        no: '2',
        path: ['项目信息', '重大项目审批'],
        elements: ['申报要求'],
        basis: ['《政府信息公开条例》'],
        deadline: '实时公开',
        subjects: ['发展改革局'],
        channels: ['投资项目在线审批监管平台', '政府网站'],
        scope: 'specific',
        mode: 'active',
        levels: ['county'],
      },
    ],
  },
]
