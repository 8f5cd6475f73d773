/** What is promised, and by which command it is measured. */
export interface Bar {
  id: string
  what: string
  bar: string
  command: string
}

const TEST = 'npm test'
const LONG = 'npm run test:long'
const bench = (name: string) => `npm run bench ${name}`

const of = (id: string, what: string, bar: string, command: string): Bar => ({ id, what, bar, command })

export const PERFORMANCE_BARS: readonly Bar[] = [
  of('P1', '列表页，有缓存，÷ `node:http` 发同样的字节', '≥ 0.45，最好 0.55', bench('reads')),
  of('P2', '`If-None-Match` → 304，÷ `node:http`', '≥ 0.65，最好 0.74', bench('reads')),
  of('P3', '列表页，无缓存，÷（驱动读 20 行 + JSON）', '≥ 0.7，最好 0.85', bench('reads')),
  of(
    'P4',
    '同样的行，和 Strapi 5 同一次测',
    '无缓存 ≥ 8 倍，平常 ≥ 50 倍',
    `${bench('strapi')}（可不做，要装 Strapi）`,
  ),
  of(
    'P5',
    '10³ → 10⁶ 条公示：首页、第 500 页、详情、搜索、对照的 p50',
    '≤ 1.5 倍',
    `${bench('growth')} -- --full`,
  ),
  of('P6', '每个公开查询走声明过的索引，不扫全表', '全部', `${TEST} -- api`),
  of('P7', '公开一条（事务、审计、存证），10⁶ ÷ 10³', '≤ 2 倍', `${bench('growth')} -- --full`),
  of('P8', '街道工作台：300 村 × 50 事项 × 12 月', '< 200 毫秒，随村数线性', bench('desk')),
  of('P9', '小程序：主包 / 全部包', '≤ 1.0 MB / ≤ 4 MB', `${TEST} -- weapp miniapp`),
  of('P10', '列表页的 `setData` 字节、节点、深度', '≤ 32 kB、≤ 500、≤ 20', `${TEST} -- weapp miniapp`),
  of('P11', '首屏：请求数 / 字节（br）', '1 / ≤ 8 kB', `${TEST} -- weapp miniapp`),
  of('P12', '导入目录：5,000 行 xlsx', '< 5 秒，< 300 MB', bench('import')),
  of('P17', '网页在慢线路上首次打开：收到第一个字节后多久有字', '≤ 1 秒', bench('firstLook')),
  of('P18', '2,000 行的名单，处理器慢 6 倍：打一个字到看见它', '< 100 毫秒', bench('typing')),
]

export const WORK_BARS: readonly Bar[] = [
  of('W1', '列表页，有缓存', '报数', bench('reads')),
  of('W2', '列表页，无缓存', '报数', bench('reads')),
  of('W3', '详情，有缓存和无缓存', '报数', bench('reads')),
  of('W4', '304', '报数', bench('reads')),
  of('W5', '公开', '报数', bench('writes')),
  of('W6', '搜索', '报数', bench('reads')),
  of('W7', '工作台的矩阵', '报数', bench('desk')),
  of('W8', '95 % 读、5 % 公开', '看到旧列表 0 次', bench('writes')),
]

export const RELIABILITY_BARS: readonly Bar[] = [
  of('R1', '写入时随机 `kill -9` 服务和数据库：丢失 / 半公开 / 账本断', '100 次 0/0/0，最好 1,000 次', LONG),
  of('R2', '每个命令的每个等待处注入故障：破坏的约束', '0', LONG),
  of('R3', '64 个对手同时审核、撤回、更正一版：成功的转换', '1,000 轮恰好 1，最好 3 个进程', LONG),
  of('R4', '同一请求编号重放：效果', '10,000 次 1 个，跨重启', LONG),
  of(
    'R5',
    '照 OpenAPI 对每条路由生成请求：≥ 500 / 不合模式 / 露出堆栈',
    '20,000 次 0/0/0，最好 1,000,000',
    `${TEST}，${LONG} -- api test/faults/fuzz`,
  ),
  of('R6', '注入操作符和原型：改变含义', '0', TEST),
  of('R7', '授权矩阵：人 × 路由 × 关系 × 状态', '100 %，0 错', TEST),
  of('R8', '个人信息 × 每个出口：泄露', '1,000 份 0，最好 10,000 份', LONG),
  of(
    'R9',
    '篡改账本和库：没有发现的；10⁶ 条的验证',
    '1,000 次 0，最好 10,000 次；< 10 秒',
    `${LONG}，${bench('ledgerVerify')}`,
  ),
  of('R10', '工作日期限和公布的放假表、调休：不符', '100,000 次 0', LONG),
  of('R11', '备份、断电、恢复到空库：逐字节相同，确认过的丢失', '10⁴ 条 0，最好 10⁶', bench('restore')),
  of('R12', '敌意负载、数据库停住、磁盘满、长时间运行：其他人的 p99，内存', '< 2 倍，< 512 MB', LONG),
  of('R13', '有负载时 SIGTERM：失败的请求', '10,000 中 0', LONG),
  of('R14', '微信接口断、慢、说谎：放行了的判断', '0', TEST),
  of('R15', '定时的事跨重启、拨钟、两个进程：漏 / 重 / 早', '0/0/0，最好 10,000 件', LONG),
  of(
    'R16',
    '变异测试得分（`server/domain`、`shared`、`policies`、`presenters`）',
    '≥ 80 %，最好 90 %',
    'npm run test:mutation -- all',
  ),
  of('R17', '测试日志里的秘密与个人信息', '0', TEST),
  of('R18', '依赖审计：已知的高危、严重漏洞', '0', 'npm run audit'),
]

export const READING_BARS: readonly Bar[] = [
  of('D1', '整句的时限（法律、条例、目录、村规，按回忆或改写）：读对 / 不该有而读出', '全部 / 0', TEST),
  of('D2', '随意写法生成的起算时限', '2,000 句全部读对', TEST),
  of('D3', '随意写法生成的周期时限', '≥ 99 %，没有读成别的', TEST),
  of('D4', '在主语、处所、宾语处插入任意汉字：规则不变', '1,500 句全部', TEST),
  of('D5', '插入没有着落的数字和单位：报未读懂', '1,500 句全部', TEST),
  of('D6', '去掉数字或单位：报未读懂，或不再有那条规则', '全部', TEST),
  of(
    'D14',
    '网上另找的句子，按文件分两半：读对 / 不该有而读出 / 读错而未报',
    '没有用来调整的一半 ≥ 95 % / 报数 / 0',
    TEST,
  ),
]

export const PRIVACY_BARS: readonly Bar[] = [
  of('D31', '写法（开发时看过的一半）里的号码：拦下', '≥ 99.5 %', LONG),
  of('D32', '写法（开发时没看过的一半）里的号码：拦下', '≥ 99.5 %，手机号分成两段的 ≥ 98.5 %', LONG),
  of('D33', '没有个人信息、满是数字的文字：误拦', '≤ 1 %', LONG),
  of('D34', '文件里藏号码的地方：拦下', '全部', LONG),
  of('D35', '没有个人信息的文件（每份六段最像号码的文字）：误拦', '≤ 6 %', LONG),
]

const PICTURES = bench('pictures')

/** Numbers in pictures: printed pages, bent, shaded, turned and packed by a seed. */
export const PICTURE_BARS: readonly Bar[] = [
  of('D51', '拍歪、拍弯、传真、压小的页上的号码：拦下', '≥ 99 %', PICTURES),
  of('D52', '没有个人信息的同样的页：误拦', '< 2 %', PICTURES),
  of('D53', '读一张图用的处理器时间', '报数', PICTURES),
]

const TRIAL = '看过的：≥ 97 % 对，错而未标 0；没看过的：报数'

/** Import of catalogues: published catalogues in layouts made for the purpose. */
export const IMPORT_BARS: readonly Bar[] = [
  of('D7', '目录导入：.xlsx', TRIAL, `${TEST}，${LONG}`),
  of('D8', '目录导入：.csv（UTF-8、GB18030，各种分隔符）', TRIAL, `${TEST}，${LONG}`),
  of('D9', '目录导入：从表格复制的文字', TRIAL, `${TEST}，${LONG}`),
  of('D10', '目录导入：.docx', TRIAL, `${TEST}，${LONG}`),
  of('D11', '目录导入：网页', TRIAL, `${TEST}，${LONG}`),
  of('D12', '目录导入：纯文本', TRIAL, `${TEST}，${LONG}`),
  of('D13', '目录导入：另一人写的十八种难版式，新找的目录', '≥ 97 % 对；错而未标 0', TEST),
]

const MEANING = bench('meaning')

/** Alignment of lists and search by meaning, by rules and with the local model. */
export const MEANING_BARS: readonly Bar[] = [
  of(
    'D15',
    '村级清单和目录对应，按规则：第一个对 / 前三个里有',
    '没有用来调整的各套第一个对 ≥ 80 %，每一类不低于按相邻两字比',
    TEST,
  ),
  of('D21', '同样的各套，用本机的模型', '≥ 90 % / ≥ 98 %，村里自己的事认出、认准各 ≥ 90 %', MEANING),
  of('D16', '百姓的问法找事项，按规则：前三个里有', '≥ 70 %', TEST),
  of('D18', '百姓的问法找公示、事项、权力、电话……，没有用来调整的一半，按规则：前三个里有', '≥ 70 %', TEST),
  of('D20', '同样的问法，同一半，用本机的模型', '≥ 90 %', `MODELS_DIR=.cache/models ${TEST}`),
]

/** Catalogues in pictures, and what the server's own work waits meanwhile. */
export const SCAN_BARS: readonly Bar[] = [
  of('D54', '扫描、传真、拍照的目录：格子读对，错而没有留给人看', '≥ 90 %，0', bench('scans')),
  of('D55', '四份照片同时检查时，服务进程的事件循环多等多久', 'p99 < 5 毫秒', bench('loop')),
]
