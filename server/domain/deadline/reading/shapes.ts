import type { Frequency } from '../types'
import { expand } from './pieces'

/**
 * What a time expression is. `noun`: a number or time word that belongs to a thing, explained and no time limit.
 * `refuse`: a time that the contract cannot say, or a damaged one.
 */
type Family =
  | 'noun'
  | 'refuse'
  | 'other-law'
  | 'period-end'
  | 'dated'
  | 'every'
  | 'notice'
  | 'after'
  | 'before'
  | 'at-once'
  | 'standing'
  | 'progress'

export interface Shape {
  family: Family
  /** Over the pieces of `pieces.ts`; groups: span, event, month, day, end, nth, first, last, quarter, list. */
  expression: RegExp
  /** A text that this shape reads. */
  example: string
  frequency?: Frequency
  /** Fixed place of a dated shape. */
  month?: number
  day?: number
  /** The number of days is a least one. */
  atLeast?: boolean
}

/**
 * All shapes, one a line, in the order in which they read: what a shape has read is gone for the next. First its
 * family with what it fixes, then its pattern, then a text that it reads, which is its test.
 */
const TABLE = String.raw`
// nouns, and times that the contract cannot say: read first, so that nothing else reads them
noun                   (?:二十四|24)小时(?=[^,;]{0,6}(?:电话|热线|服务|值守|值班|咨询|便民))   # 及时公布24小时值班电话
noun                   {NUMBER}(?:年|个月)(?:以上|以内|之内|内|及以上)?(?:的)?(?:驾龄|工龄|党龄|教龄|(?:工作|从业|实践)?(?:经验|经历))   # 每月公布三年内驾龄驾驶人的违法率
noun                   (?:前|近|最近|过去){NUMBER}年|{NUMBER}年(?:来|期|规划|计划|行动)   # 每年公布前三年的数据
noun                   (?:(?:超过|不足|不满|(?<![届期])满|达到?|在)(?:{QUANTITY}|{NUMBER}个?小时)(?:以[上下])?|(?:{QUANTITY}|{NUMBER}个?小时)以[上下])(?=的,|,(?:且|并且|或者?)[^,;]{2,30}的,)   # 占用道路超过三十日的，应当提前五日公告
noun                   {QUANTITY}(?:(?:之|以)?后)?(?:仍|尚|拒)[未不无][^,;]{1,12}的[^,;]{0,6},   # 经催告三十日后仍不缴费的，及时公示
noun                   (?:长期|动态|永久|固定|持续)性公开(?=信息|事项|内容)|(?:长期|永久|持续|固定)(?:性设|借款|贷款|投资|待摊|基本|资产|公开栏|电话|场所|经营能力|时间)   # 及时公布固定资产情况
noun                   (?<!公[开布示告]的?|发布的?|更新的?)(?:时间|任期|年限|期限)(?:一般)?(?:最长)?不得?超过{QUANTITY}   # 每年公布换届情况，任期不得超过五年
noun                   (?:如?遇)?(?:法定)?(?:节假?日|休息日|节日)的?,?顺延   # 20个工作日内公开，遇节假日顺延
noun                   (?:19|20)[0-9]{2}年度   # 及时公布2026年度预算
noun                   定期(?:存款|保险|考核|体检|存单|航班|班轮|客运|租船|检验的)|即时通[讯信]|长期(?:护理|照护|股权|规划|稳定)|实时监[控测]   # 及时公布定期存款情况
refuse                 (?:{NUMBER}月)?{NUMBER}[日号](?:至|到|-)(?:{NUMBER}月)?(?:{NUMBER}[日号]|月?底)   # 每年7月1日至7月31日公布
refuse                 {NEXT_YEAR}(?:{NUMBER}月(?:份)?)(?:至|到|-)(?:{NUMBER}月|月?底)   # 每年1月至3月公布
refuse                 {NEXT_YEAR}{NUMBER}月(?:份)?(?:上旬|中旬|下旬|初|(?:以|之)?前)   # 每年3月前公布
refuse                 (?<!{NUMERAL})(?<lost>{NUMBER}(?:至|到|-|~|、|或者?){NUMBER}{UNIT}(?:{IN})?)   # 10-20个工作日内公布
refuse                 {QUANTITY}(?:{IN})?(?:或者?|、){NUMBER}{UNIT}(?:{IN})?   # 3日内或5日内公布
refuse                 {QUANTITY}(?:{IN})?[^,;]{0,6}[,、(][^,;]{0,4}(?:不得?(?:超过|迟于|晚于)|最[长多迟晚])(?:为|不超过)?{QUANTITY}(?:{IN})?   # 产生后20日内公开，最长不超过30日
refuse                 {QUANTITY}(?:左右|上下|期满|(?:以|之)?后)   # 20个工作日后公布
refuse                 (?:(?<!不|不得|未|不能)超过|不足|不满|已满|(?<![届期])满|约|大概|差不多|延长|延期|累计|连续){QUANTITY}   # 满20个工作日公布
refuse                 (?:(?<![目此之以])前|之前|以前)(?:的)?{QUANTITY}{IN}   # 交房前五日内公示
refuse                 (?:周期|频次|频率|间隔)[^,;]{0,6}?{QUANTITY}   # 动态更新，更新周期不超过3个月
refuse                 第{NUMBER}(?:个?工作日|天|日|周)|{NUMBER}个?半?(?:小时|分钟|个半月)|(?<![第每])[二三四两2-4]个?季度   # 24小时内公布
refuse                 {EVERY}(?:或者?|、|和)?{EVERY}   # 按月或者按季公布
refuse                 {EVERY}[^,;\u0000]{0,20}?(?:[两二三四五六七八九十]|[2-9]|1[0-9])[次回遍]   # 每年公布4次
refuse                 每(?:个?(?:周|星期|旬|日|天|学期|学年|届|双月|单月|闰月)|个?工作日|期(?!限|间)|逢|隔[^,;]{0,6}|半个?月)|[双单]月|隔[月季年]|逐[日周]|半个?月|每(?!(?:[1一]个?(?:月|季度?|年)|[3三]个月|[6六]个月|12个月|十二个月)){NUMBER}个?(?:工作日|月|季度?|年|周|星期|天|日)   # 每周公布
refuse                 {EVERY}的?(?:[上中下]旬|年初|月初|初)|次月[上中下]旬   # 每月上旬公布
refuse                 {EVERY}(?:在|于)?[^,;向将对把公发披张第首末底最的终结0-9一二三四五六七八九十两\u0000]{1,12}?(?:(?<![之])前(?![款述])|后(?![续])|期间|之际)(?!{QUANTITY})   # 每年春节前公布

// law that says otherwise, and law that says the time
other-law              (?:除)?[^,;内前起\u0000]{0,24}(?:另有(?:[^,;]{0,4})规定|有(?:特别|特殊|其他|其它|不同|专门|明确)规定|另有要求|另行规定)的?[,]?(?:外|除外|的除外|(?:从|按|依|按照|依照|适用|遵照)(?:其|有关|相关)?(?:规定|要求)(?:执行)?)?   # 法律、法规另有规定的，从其规定
other-law              ^[^,;]{0,6}(?:按照?|依照?|遵照|根据)[^,;]{0,30}(?:《[^》]*》|法律|法规|条例|国家)[^,;]{0,20}(?:的(?:期限|时限|时间)[^,;]{0,6}(?:公开|公布|公示)?|执行|办理)$   # 按照《政府信息公开条例》规定的期限公开
other-law              ^(?:按照?|依照?)(?:法律|法规|法律法规)(?:公开|公布|办理|执行)$   # 依照法律公布

// counted from the end of every period
period-end,monthly     (?:{MONTHLY}|月度)(?:(?:终了|结束|终结|届满|终|末)(?:之日起|{STARTED}|日起|起)?|{STARTED})(?:的|,)?(?:{WORDS}{0,30}?{MODAL})?(?:在|于)?{LATEST}{SPAN}(?:{IN})?   # 每月结束后5日内公布
period-end,half-yearly (?:每个?)?(?:{HALF_YEARLY}|半年度?)(?:(?:终了|结束|终结|届满|终|末)(?:之日起|{STARTED}|日起|起)?|{STARTED})(?:的|,)?(?:{WORDS}{0,30}?{MODAL})?(?:在|于)?{LATEST}{SPAN}(?:{IN})?   # 半年结束后15日内公布
period-end,quarterly   (?:每个?|上一?)?(?:{QUARTERLY}|季度?)(?:(?:终了|结束|终结|届满|终|末)(?:之日起|{STARTED}|日起|起)?|{STARTED})(?:的|,)?(?:{WORDS}{0,30}?{MODAL})?(?:在|于)?{LATEST}{SPAN}(?:{IN})?   # 季后十五日内公布
period-end,yearly      (?:每个?|上一?|本)?(?:{YEARLY}|(?:会计|财政|财务)?年度)(?:(?:终了|结束|终结|届满|终|末)(?:之日起|{STARTED}|日起|起)?|{STARTED})(?:的|,)?(?:{WORDS}{0,30}?{MODAL})?(?:在|于)?{LATEST}{SPAN}(?:{IN})?   # 年度终了后四个月内公布

// a day or a month of every period
dated,quarterly        (?:{YEARLY}的?)?(?<list>(?:{NUMBER}月?(?:份)?[、,和及])+{NUMBER}月(?:份)?(?:的?{DAY}|月?[底末])?)(?:以|之)?前?   # 每年1月、4月、7月、10月20日前公布
dated,half-yearly      (?:{YEARLY}的?)?(?<list>(?:{NUMBER}月(?:{NUMBER}[日号]|月?[底末])(?:以|之)?前?[、,和及])+{NUMBER}月(?:{NUMBER}[日号]|月?[底末]))(?:以|之)?前?   # 6月30日、12月31日前公布
dated,yearly           {NEXT_YEAR}(?<month>{NUMBER})月(?:份)?的?{DAY}{DONE}(?![、和及]{NUMERAL})   # 每年3月31日前公布
dated,yearly           {NEXT_YEAR}(?<month>{NUMBER})月(?:份)?(?<end>月?[底末])(?:以|之)?前?   # 每年三月底前公布
dated,yearly,month=12,day=31 (?:{NEXT_YEAR}|每)(?:年?[底末终])(?:以|之)?前?   # 每年年底前公布
dated,yearly           {NEXT_YEAR}(?<month>{NUMBER})月(?:份)?(?:{IN})?(?![0-9至到、-])   # 每年3月公布
dated,yearly           {NEXT_YEAR}第?(?<quarter>[一二三四1-4])季度(?:{IN}|末前?|[底末]?前|结束前)?   # 每年第一季度公布
dated,yearly,month=6   {NEXT_YEAR}上半年(?:{IN})?(?![、和及与]?下)   # 每年上半年公布
dated,yearly,month=12  {NEXT_YEAR}下半年(?:{IN})?   # 每年下半年公布
dated,quarterly        (?:{QUARTERLY}(?:终了|结束)?(?:之?后)?|次季度?|下一?个?季度|(?<=季[^;]{0,20}))的?(?:{NTH})(?:的?{DAY}|(?<end>月?[底末]))?{DONE}(?![0-9、和及]{NUMERAL}|[上中下]旬|的?前)   # 每季度首月20日前公布
dated,half-yearly      {HALF_YEARLY}的?(?:{NTH})(?:的?{DAY}|(?<end>月?[底末]))?{DONE}(?![、和及]{NUMERAL})   # 每半年首月10日公布
dated,monthly          (?:{MONTHLY}的?(?:次月)?|(?<![季年][^;]{0,30})(?:次月|下个?月|翌月)){DAY}{DONE}(?![、和及]{NUMERAL}|为民主理财)   # 每月10日前公布
dated,monthly,day=31   {MONTHLY}的?(?:月?[底末](?!结账)|最后一[天日])(?:以|之)?前?   # 每月底前公布

// how often
every,half-yearly      (?:定期)?(?:{HALF_YEARLY}|(?<=^|[,;\u0000]|至少)半年{ONCE}|上(?:半年)?[、和及与]?下半年(?=各))(?:定期)?   # 每半年公布一次
every,quarterly        (?:定期)?(?:{QUARTERLY}|(?<=^|[,;\u0000]|至少)[一1]个?季度?{ONCE}|^季度(?=公开|公布|公示|更新))(?:[末终底](?:以|之)?前?)?(?:定期)?   # 每季度公布一次
every,quarterly        季度?末(?:以|之)?前?(?=公开|公布|公示|更新)   # 季度末公布
every,monthly          (?:定期)?(?:{MONTHLY}|(?<=^|[,;\u0000]|至少)[一1]个?月{ONCE}|^月度(?=公开|公布|公示|更新))(?:定期)?   # 每月公布一次
every,yearly           (?:定期)?(?:{YEARLY}(?![龄级])|(?<=^|[,;\u0000]|至少)[一1]年{ONCE}|^年度(?=公开|公布|公示|更新))(?:(?:结束|终了)(?:时|后))?(?:定期)?   # 每年公布一次

// posting periods
notice,at-least        (?:{POSTING}(?:{PERIOD_WORD})|(?:公示|公告)(?:草案|信息|内容)?的?(?:期限|时间))(?:一般|应当?|原则上|最短|均|各|也)*(?:为|是|:)?{LEAST}(?:为)?{SPAN}   # 公示期不得少于七日
notice,at-least        (?:{POSTING}(?:{PERIOD_WORD}))(?:一般|应当?|原则上|均|各|也)*(?:为|是|:)?{SPAN}以上   # 公示期为5日以上
notice                 (?:{POSTING}(?:{PERIOD_WORD}))(?:一般|应当?|原则上|均|各|也)*(?:为|是|:)?{SPAN}(?!{IN}|(?:以|之)?前)   # 公告期为六十日
notice,at-least        (?:公开|公布|发布)(?:{PERIOD_WORD})(?:一般|应当?|原则上)*{LEAST}{SPAN}   # 公开时间不少于7天
notice,at-least        (?:公示|公告|张贴|张榜|公布|公布内容|公开内容|保留)(?:[^,;\u0000]{0,8}?保留)?(?:一般|应当?)?{LEAST}{SPAN}(?:以上)?   # 公示不少于7日
notice,at-least        (?:公示|公告|张贴){SPAN}以上   # 公示7日以上
notice                 (?:公示|公告|张贴|张榜公布){SPAN}(?!{IN}|(?:以|之)?[前后]|期满)   # 公示7个工作日
notice,at-least        (?:不得?少于|不得?低于|至少|最少){SPAN}的(?:公示|公告)   # 予以不少于15天的公示
notice                 (?:为期){SPAN}的(?:公示|公告)   # 进行为期5天的公示
notice,at-least        (?:每次|(?<=^|[,;])(?:时间|期限|时长)|保留时间)(?:一般|应当?|原则上)*{LEAST}{SPAN}(?=$|[,;)])   # 每次不少于7天
notice,at-least        ^{LEAST}{SPAN}$   # 不少于7日

// counted back without a number, while only nouns, periods and posting periods have been read
before                 {EDGE}(?<event>{E}{1,13}[^,;:0-9\u0000月年日号节季周旬期天午夜底末目此之以提先生空面跟眼当从])前(?=公[布开示告](?!应|的|[,;]\u0000)|张榜)   # 项目开工前公示

// counted from an event, the longer frame first
after                  {FROM}(?<event>{E}{1,60}?){START}{LINK}{SPAN}{IN}   # 自成立之日起三日内公布
after                  {FROM}(?<event>{E}{1,60}?){START}(?:的)?{LATEST}{SPAN}(?=$|[,;公由向予在及])   # 自成立之日起三日公布
after                  {FROM}(?<event>{E}{1,60}?){STARTED}{LINK}{SPAN}{IN}   # 自收到批复后五日内公布
after                  {EDGE}(?<event>{E}{1,60}?){START}{LINK}{SPAN}{IN}   # 作出决定之日起7日内公布
after                  {EDGE}(?<event>{E}{1,60}?){START}(?:的)?{LATEST}{SPAN}(?=$|[,;公由向予在及])   # 信息形成之日起20个工作日
after                  {EDGE}(?<event>{E}{1,60}?){STARTED}{LINK}{SPAN}{IN}   # 批准后，编制机关应当在三十日内公布
after                  {EDGE}(?<event>{E}{1,60}?){STARTED}(?:的)?{LATEST}{WORKING_SPAN}(?=$|[,;公])   # 信息公开后20个工作日
after                  {FROM}(?<event>{E}{0,12}?(?:取得|收到|接到|受理|批准|批复|作出|成立|签订|变更|发生|通过|形成|竣工){E}{0,20}?){LATEST}{SPAN}{IN}   # 自取得许可证十日内公布
after                  {EDGE}(?<event>{E}{0,40}?{CELL_EVENT}){LATEST}{SPAN}{IN}   # 信息形成(变更)5个工作日内公开
after                  {EDGE}(?<event>{E}{0,40}?{CELL_EVENT}){LATEST}{WORKING_SPAN}(?=$|[,;公])   # 信息形成5个工作日
after                  (?<=^|[,;\u0000])(?<event>{WORDS}{2,60}?)(?:的|之时|时),(?:{WORDS}{0,50}?{MODAL})?(?:在|于)?{LATEST}{SPAN}{IN}   # 登记信息发生变更时，企业应当于15日内公示
after                  (?:在|于)?{LATEST}{SPAN}{IN}   # 应当在7日内公布
after                  (?:不得?超过){SPAN}(?=$|[,;公])   # 不超过7日公布
after                  (?<=^|[,;的\.\u0000]|应当|应|可|事项|信息|情况|处罚){LENGTH}(?=$|[,;公(])   # 20个工作日

// counted back from an event
before                 {EDGE}(?<event>{E}{0,30}?(?:召开|举行|会议|大会|选举))提前{LATEST}{SPAN}   # 会议召开提前七日公布
before                 提前{LATEST}{SPAN}(?:以上)?   # 应当提前七日公告
before                 {EDGE}{LATEST}(?<event>{E}{1,60}?)(?:的)?{LATEST}{SPAN}{AHEAD}   # 在选举日的五日前公布
before                 {EDGE}{LATEST}(?<event>{E}{1,60}?)(?:之|以)?前(?:的)?{LATEST}{SPAN}(?!{IN}|{AHEAD})   # 考试前十日公布
before                 (?:在|于|{MODAL}){LATEST}{SPAN}{AHEAD}   # 停航的，应当在七日前公告
before                 {EDGE}(?<event>(?:{E}{0,12}(?:会议|大会|选举|换届)(?:召开|举行)?|批|审批|会|批准))前(?=$|公[布开示告])   # 下届选举前

// without a number
progress               (?:按照?|根据|随着?|依据?|依照|视|结合)[^,;\u0000]{0,10}(?:进展(?:情况|程度|状况)?|进度(?:情况)?|进程|阶段|节点)(?=[^,;]{0,8}(?:公|更新|分|及时|$))   # 按进展情况及时公开
progress               (?:分(?:阶段|步骤?|期分批|环节|段)|阶段性|按阶段|逐段|逐阶段)(?=[^,;]{0,4}(?:公|更新|$))   # 分阶段公开
progress               [按分]?事前[、,]?事中[、,]?事后(?:三个阶段)?   # 事前、事中、事后公开
at-once                (?:(?<!以)及时(?![间限长段刻效])|随时(?:随地)?|实时|即时|立即|立刻|即刻|当场|第一时间|马上|尽快|迅速|动态(?=更新|调整|公开|发布)|(?:变动|变更|变化)即更新?)   # 应当及时公布
standing               (?:长期|常年|长年|持续|永久|固定|始终)(?:有效|性)?   # 长期公开

// what is left: numbers that no shape explains, words without a number, damage
refuse                 (?<!{NUMERAL})(?:个?工作日|[日天]|个月)(?:以|之)?内|(?<=起|后)(?:以|之)?内(?![部容])   # 批准后日内公布
refuse                 (?<!{NUMERAL}|选举|投票|拍卖|开庭|考试|截止)日(?:以|之)?前|前(?:个?工作日|[日天]|个月)|(?:起|后)个?工作日   # 会议召开日前公告
refuse                 {NUMERAL}{1,6}个?(?:(?:以|之)?内(?![部容外])|(?:以|之)?前(?![款述]))   # 批准后三十内公布
refuse                 (?:少于|低于|短于|至少|期为|期限为|时间为|期间为|期)(?:{NUMERAL}{1,6}个?(?=[,;.]|$)|(?:个?工作日|[日天]|个月|年)(?=[,;]|$|以上))   # 公示期不少于7
refuse                 (?:公示|公告)(?:{NUMERAL}{1,6}个?|个?工作日|日|天)(?=[,;]|$)   # 公示30
refuse                 (?<![目此之以提日生空面跟眼当先])前(?=公[布开示告]|张榜)(?!公[示告](?:{QUANTITY}|.{0,3}(?:不|期|时|应)|[,;]\u0000))   # 春节前公布
refuse                 提前|(?<=^|[,;])\.{3}   # 应当提前公告
refuse                 [_×*]{1,8}[日天个]   # 自批准之日起××日公布
refuse                 {NUMERAL}{1,8}[几多余来]?(?:\.[0-9]+)?(?:(?<![上本下每前同近][一])年(?![级度])|个?月|个?工作日|[日天]|个?(?:星期|礼拜|周(?!岁)))   # 保存期限10年
refuse                 (?<![不指规约特限固])定期(?!间|限)|不定期|规定的?(?:的)?(?:期限|时限|时间)|法定(?:期限|时限)|适时|另行|当[日天]|次日|即日|同步|[年月季]初|任期内|看[^,;]{1,3}$|视情况而定|待定|(?:约|大约|大概|差不多){NUMERAL}   # 定期公布
`

const FREQUENCIES: readonly string[] = ['monthly', 'quarterly', 'half-yearly', 'yearly'] satisfies Frequency[]
const isFrequency = (word: string): word is Frequency => FREQUENCIES.includes(word)

function shapeOf(line: string): Shape {
  const [head = '', pattern = '', , example = ''] = line.split(/\s+/)
  const [family, ...fixed] = head.split(',')
  const numberOf = (name: string) =>
    Number(fixed.find(word => word.startsWith(`${name}=`))?.split('=')[1]) || undefined
  return {
    family: family as Family,
    expression: new RegExp(expand(pattern), 'dg'),
    example,
    frequency: fixed.find(isFrequency),
    month: numberOf('month'),
    day: numberOf('day'),
    atLeast: fixed.includes('at-least'),
  }
}

export const SHAPES: readonly Shape[] = TABLE.split('\n')
  .filter(line => line !== '' && !line.startsWith('//'))
  .map(shapeOf)
