import { maskName, scanText } from '../../../../server/domain/privacy'

const TODAY = '2026-11-24'
const found = (text: string, kind: string): string[] =>
  scanText(text, { today: TODAY })
    .filter(finding => finding.kind === kind)
    .map(finding => finding.text)

describe('names', () => {
  test.each([
    ['姓名：张建国', ['张建国']],
    ['名单：张建国、李秀英、王*', ['张建国', '李秀英']],
    ['户主：张 三', ['张 三']],
    ['公示名单如下：张建国，李秀英', ['张建国', '李秀英']],
    ['低保对象名单：\n1.张建国\n2.欧阳建国', ['张建国', '欧阳建国']],
    ['困难党员：何建军、高桂兰', ['何建军', '高桂兰']],
    ['张建国、李秀英、王志强等3户', ['张建国', '李秀英', '王志强']],
    ['村民张建国申请低保', ['张建国']],
    ['张建国，男，65岁', ['张建国']],
    ['王建国等5人', ['王建国']],
    ['1.张建国\n2.李秀英\n3.王强', ['张建国', '李秀英', '王强']],
    ['姓名：阿依古丽·买买提', ['阿依古丽·买买提']],
    ['张建国 身份证号6101111980****1233', ['张建国']],
  ])('%j', (text, names) => {
    expect(found(text, 'person-name')).toEqual(names)
  })

  test.each([
    '姓名：张*',
    '名单：张某、李某某、王××',
    '户主：见附件',
    '负责人：李主任',
    '公开方式：广播、电视、公示栏',
    '王家村、李家村、张家湾修路',
    '高龄补贴、方案、计划、程序等4项',
    '补贴对象：低保户、特困户、残疾人',
    '申请人申请、村级评议、乡镇审核、县级审批',
    '农户高标准农田建设',
    '温室大棚、水泥路、路灯等3项',
  ])('%j names nobody', text => {
    expect(found(text, 'person-name')).toEqual([])
  })

  test.each([
    ['张建国', '张*'],
    ['张三', '张*'],
    ['欧阳建国', '欧阳*'],
    ['张 三', '张*'],
    ['张*', '张*'],
    ['张＊国', '张*国'],
    ['阿依古丽·买买提', '阿*'],
    ['', ''],
  ])('%s is masked %s', (name, mask) => {
    expect(maskName(name)).toBe(mask)
  })
})

describe('contacts', () => {
  test.each([
    ['email', 'zhangsan@163.com', 'zhangsan@163.com'],
    ['email', '邮箱：li.si_88＠qq.com', 'li.si_88＠qq.com'],
    ['wechat', '微信号：abc_12345', 'abc_12345'],
    ['wechat', '加微信 zs-1988', 'zs-1988'],
    ['plate', '陕A12345', '陕A12345'],
    ['plate', '陕AD12345', '陕AD12345'],
    ['plate', '陕A·1B234', '陕A·1B234'],
    ['gps', '108.939812,34.341568', '108.939812,34.341568'],
    ['address', '住泾河新城大石头村三组12号', '住泾河新城大石头村三组12号'],
    ['address', '幸福小区3号楼2单元501室', '幸福小区3号楼2单元501室'],
    ['address', '建设路中段168号', '建设路中段168号'],
  ])('%s in %s', (kind, text, words) => {
    expect(found(text, kind)).toEqual([words])
  })

  test.each([
    ['email', '监督邮箱 jiandu@example.gov.cn'],
    ['wechat', '微信公众号：xixianfabu'],
    ['wechat', 'WeChat groups'],
    ['plate', '沪B2-20200123'],
    ['plate', '川B二期工程'],
    ['gps', '123.45,67.89'],
    ['gps', '期初12.3456，期末34.5678'],
    ['address', '大石头村三组'],
    ['address', '陕政发〔2024〕12号'],
    ['address', '办公地址：人民路12号政务大厅'],
    ['address', '村东组3号井维修'],
    ['address', '安置小区3号楼外墙维修项目'],
  ])('no %s in %s', (kind, text) => {
    expect(found(text, kind)).toEqual([])
  })
})

describe('health and minors', () => {
  test.each([
    ['health', '村民张建国患肺癌', '癌'],
    ['health', '患有肺癌晚期', '癌'],
    ['health', '因患尿毒症，家庭困难', '尿毒症'],
    ['health', '王*因患尿毒症长期透析', '尿毒症'],
    ['health', '其妻患有精神分裂症', '精神分裂'],
    ['health', '张建国，肢体二级残疾', '肢体二级残疾'],
    ['health', '致贫原因：因病', '因病'],
    ['minor', '留守儿童张小明', '张小明'],
    ['minor', '张小明，8岁', '张小明，8岁'],
    ['minor', '王小雨，2014年5月6日出生', '王小雨，2014年5月6日出生'],
  ])('%s in %s', (kind, text, words) => {
    expect(found(text, kind)).toContain(words)
  })

  test.each([
    ['health', '重度残疾人护理补贴标准'],
    ['health', '严重精神障碍患者家庭服务'],
    ['health', '大病救助、慢性病签约服务'],
    ['health', '残疾等级：一级至二级的发放120元'],
    ['minor', '6岁以下儿童免费'],
    ['minor', '王建国，65岁'],
    ['minor', '年满16周岁的村民'],
    ['minor', '困境儿童生活补贴'],
  ])('no %s in %s', (kind, text) => {
    expect(found(text, kind)).toEqual([])
  })
})

test('traditional characters are read and kept', () => {
  const [name, phone] = scanText('聯絡人：張建國 聯絡電話：36812345', { today: TODAY })
  expect(name).toMatchObject({ kind: 'person-name', text: '張建國', mask: '張*' })
  expect(phone).toMatchObject({ kind: 'landline', text: '36812345' })
})
