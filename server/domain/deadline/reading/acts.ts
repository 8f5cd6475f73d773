/**
 * Lexicons: the acts that make something known (contract of `deadline parse`), acts of other kinds, and the nouns that
 * only contain such a word. An unknown verb is nobody's act: what is between a time and its act may hold anything
 * but the blocks of `governing.ts`.
 */

const PUBLISH = [
  '公之于众|公诸于众|公开曝光|公开|公示|公告|公布|公佈|发布|披露|张榜|张贴|刊登|刊载|刊发|登载|登报|告示|通告|曝光|颁布|上墙|上网|挂网',
  /** A character lost in a damaged copy: 向社会布, 作出书面报告并公. */
  '(?<=社会|公众)[布告示]|(?<=并)公$',
  '(?<=原[^,;]{1,12}?(?:予以|进行))更正',
].join('|')

/** Publishing: a rule for every addressee. */
export const ACT = new RegExp(PUBLISH, 'g')
/** Notifying: a rule only for a group. */
export const NOTIFYING = /通报|通知|告知|报告|书面报告|邀请/g
/** 更新 is publishing only in a sentence of publishing. */
export const UPDATING = /更新/g

export const GROUP =
  /社会|公众|大众|群众|全体|(?:业主|村民|居民|社员|户主|住户|职工|员工|教师|会员|股东|党员|师生|选民|学生|商户)(?!委员)|成员|家长|用户|选区|选举单位|消费者|旅客|乘客|读者|游客|债权人|持有人|投资者|参保人|(?<!人民)代表(?!人|团)|(?<!代表)大会(?!常)|村组|各户/

/** Nouns and events that contain the word of an act; they are not the act itself. */
const NOUN_TAIL =
  '期(?!货|刊|末|望)|栏|牌|系统|平台|书(?!面|记|目|籍|报)|费(?!用|率)|专栏|催告|送达|方式|形式|手续|渠道|途径|范围|载体|媒介|媒体|周期|机制|义务|会(?!议|计|员|费|展)|日(?!期|常|程)|人(?!员|口|数|民|大|事|物|选|才|均)|者|(?:单位|机关|机构|部门|主体)(?=应|在|的|:|是|未|负)|印刷|载明|应当载明|应当包括|内容应当|内容包括|稿|中载|中应|有效|无效|届满|截止|结束|完毕|满|无异议|异议|终结'
const NOUN = [
  `(?:公开|公示|公告|公布|发布|披露|通告|通知|告知|报告|通报)(?:${NOUN_TAIL})`,
  /** Participle, event: 公布的, 公告之日, 发布后. */
  '(?:公开|公示|公告|公布|发布|披露|张贴|张榜|刊登|刊载|通知|告知|报告|通报|更新|通告)(?:的|之日|之时|之后|之前|以后|以前|后|前(?!款|述)|起|时(?!间)|日起)',
  '公开(?:征求|征集|招标|招聘|募捐|募集|审理|听证|竞价|竞争|竞拍|拍卖|选拔|发行|交易|遴选|出让|比选|透明|择优|摇号|抽签|承诺|质证|举行|开庭|宣判|宣告|挂牌|采购|选聘|竞聘)(?!意向|信息|结果|公告|情况|计划|项目|文件|方案|价格|名单|目录)',
  /** 将公示情况报送: the object of another verb. */
  '拟(?:公开|公示|公告|公布)(?:内容|信息|名单|情况|的)|(?:政府|主动|应)公开信息(?!$|[,;])',
  '(?:政府|政务|村务|事务|信息)公开(?:条例|指南|目录|制度|年报|年度|规定|办法|暂行|申请|事项)',
  '(?:政府|政务|村务|财务|党务|居务|信息|事务|厂务|校务|院务|社务|警务)公开(?=$|[,;、]|工作|领导|监督|办公|机构|是|应当|实行|分为)',
  '(?:年度|财务|审计|工作|评估|检测|调查|统计|环境|分析|研究|检验|质量|述职|验收|总结|体检|监测|决算|预算|草案的|执行情况|发展|运营|管理)报告',
  '公开日|信息公示|名单公示期|不(?:予|得|再|宜|便)?(?:公开|公布|公示|公告|发布)|非公开|城市更新|更新(?:改造|换代|完善|维护)|报告(?:显示|表明)',
]
export const NOUNS = new RegExp(NOUN.join('|'), 'g')

/** Other acts. A time before them limits them, and what is published after them needs 并 or its own time. */
const OTHER = [
  '报送|上报|报批|报请|报经|报告|报备|备案|提出|提交|提请|提起|申请|申报|答复|回复|作出|设置|设立|签订|领取|支付|审查|审核|审批|审议|登记|办理|缴纳|交纳|移送|移交|送达|送交|抄送|函告|召开|举行|组织|制定|编制|拟定|修订|完成|检查|核实|核查|调查|处理|处置|受理|立案|起诉|答辩|变更|注销|撤销|撤回|换发|颁发|核发|发放|拨付|拨款|退还|返还|赔偿|清算|清偿|整改|改正|拆除|恢复|采取|实施|执行|启动|开展|进行|评审|评估|评定|评议|鉴定|检测|检验|检疫|监测|验收|公证|认定|确认|确定|批准|核准|决定|裁定|通报|通知|告知|填报|录入|归档|保存|销毁|接受|参加|选举|推选|交付|安排|协商|履行|缴存|结清|汇交|开航|开工|解除|终止|理财',
].join('|')

/** Verbs whose object is the publication: 申请公开, 责令公告, 决定是否公开. */
export const ABOUT_PUBLISHING =
  /(?:申请|请求|提请|报请|要求|责令|建议|督促|委托|决定|是否|同意|提出|出具|查阅|获取|签收|停止|暂停|终止|取消|撤销|撤下|撤除|删除|禁止|拒绝|制定|办理|提交|报送|缴纳|收到)[^,;并]{0,8}$/

/** Verbs that are seldom nouns: after one of them a word of publishing is its object, 填报…公示内容. */
export const TAKES_OBJECT =
  /(?:填报|报送|上报|提交|提出|办理|签订|领取|缴纳|移送|移交|送交|抄送|答复|回复|出具|核实|申报|送达)(?!的|情况|结果|材料|事项|程序)[^,并]*$/

/** What follows a word of publishing makes it a noun: 对公示情况进行核实, 发布广告的时间. */
export const AS_NOUN = /^[^,;并]{0,10}的(?:时间|次数|期限|比例|数量|费用|时长)(?:不|为|是|应|至少|达到|超过)/
export const AS_OBJECT = new RegExp(`^[^,;并]{0,12}(?:进行|予以|${OTHER})`)

/** Acts that a time after them limits: 信息报送时间为每月10日前. */
export const LIMITED_BEFORE =
  /报送|上报|提交|申请|申报|缴纳|交纳|领取|支付|办理|答复|回复|异议|备案|移送|拨付|整改|登记|备查|保存|有效期|任期|审批|办结|受理/
