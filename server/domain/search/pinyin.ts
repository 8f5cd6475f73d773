/** Sorts Chinese characters by pinyin 拼音; every full ICU build of Node contains the Unicode table. */
const BY_READING = new Intl.Collator('zh-u-co-pinyin')

/**
 * The first character of every syllable in that order, ü written u. Made on 2026-12-01 by labelling U+4E00–9FA5 in
 * this order with the readings of pinyin-pro 3.29.4.
 */
const FIRST_OF_SYLLABLE = [
  '吖a哎ai安an肮ang凹ao丷ba挀bai扳ban邦bang勹bao卑bei奔ben伻beng屄bi边bian灬biao憋bie汃bin冫bing癶bo峬bu嚓ca偲cai参can仓cang',
  '撡cao冊ce嵾cen曽ceng叉cha芆chai辿chan伥chang抄chao车che抻chen阷cheng吃chi充chong抽chou出chu歘chua揣chuai巛chuan',
  '刅chuang吹chui旾chun逴chuo呲ci匆cong凑cou粗cu汆cuan崔cui邨cun搓cuo咑da呆dai丹dan当dang刀dao嘚de扥den灯deng氐di嗲dia',
  '敁dian刁diao爹die丁ding丟diu东dong吺dou厾du耑duan垖dui吨dun多duo妸e诶ei奀en鞥eng儿er发fa帆fan匚fang飞fei分fen丰feng仏fo',
  '紑fou夫fu旮ga侅gai甘gan冈gang皋gao戈ge给gei根gen刯geng工gong勾gou估gu瓜gua乖guai关guan光guang归gui丨gun呙guo哈ha咍hai',
  '佄han夯hang茠hao诃he黒hei拫hen亨heng叿hong齁hou乎hu花hua怀huai欢huan巟huang灰hui昏hun吙huo丌ji加jia戋jian江jiang艽jiao',
  '阶jie巾jin坕jing冂jiong丩jiu凥ju姢juan噘jue军jun咔ka开kai刊kan忼kang尻kao匼ke剋kei肎ken劥keng空kong抠kou扝ku夸kua蒯kuai',
  '宽kuan匡kuang亏kui坤kun扩kuo垃la来lai兰lan啷lang捞lao仂le雷lei崚leng哩li俩lia奁lian良liang撩liao毟lie拎lin伶ling溜liu',
  '龙long瞜lou噜lu娈luan掠lue抡lun啰luo呣m妈ma埋mai嫚man牤mang猫mao嚒me坆mei椚men擝meng咪mi宀mian喵miao乜mie民min名ming',
  '谬miu摸mo哞mou毪mu拏na腉nai囡nan囔nang孬nao疒ne娞nei恁nen能neng嗯ng妮ni拈nian娘niang鸟niao捏nie囜nin宁ning妞niu农nong',
  '羺nou奴nu奻nuan疟nue挪nuo喔o讴ou妑pa拍pai眅pan乓pang抛pao呸pei喷pen匉peng丕pi囨pian剽piao氕pie姘pin乒ping钋po剖pou仆pu',
  '七qi掐qia千qian呛qiang悄qiao苆qie亲qin靑qing卭qiong丘qiu区qu奍quan炔que夋qun呥ran穣rang娆rao惹re人ren扔reng日ri戎rong',
  '厹rou邚ru堧ruan桵rui瞤run捼ruo仨sa毢sai三san桒sang掻sao閪se森sen僧seng杀sha筛shai山shan伤shang弰shao奢she申shen升sheng',
  '尸shi収shou书shu刷shua衰shuai闩shuan双shuang脽shui吮shun说shuo厶si忪song凁sou苏su狻suan夊sui孙sun唆suo他ta囼tai坍tan',
  '汤tang夲tao忑te熥teng剔ti天tian旫tiao帖tie厅ting囲tong偷tou凸tu湍tuan推tui吞tun乇tuo屲wa歪wai弯wan尢wang危wei昷wen',
  '翁weng挝wo乌wu夕xi呷xia仙xian乡xiang灱xiao些xie心xin星xing凶xiong休xiu吁xu吅xuan削xue坃xun丫ya恹yan央yang幺yao倻ye一yi',
  '囙yin应ying哟yo佣yong优you込yu囦yuan曰yue晕yun帀za災zai兂zan匨zang傮zao则ze贼zei怎zen囎zeng扎zha夈zhai枬zhan张zhang',
  '佋zhao蜇zhe贞zhen凧zheng之zhi中zhong州zhou朱zhu抓zhua跩zhuai专zhuan妆zhuang隹zhui宒zhun拙zhuo孜zi宗zong邹zou租zu',
  '钻zuan厜zui尊zun嘬zuo',
].join('')

/** Further readings of characters that are common in village affairs and in names of places: 重阳, 会计, 银行, 圩, 堡. */
const FURTHER =
  '重chong长chang会kuai行hang调tiao传zhuan藏zang降xiang单shan区ou曾zeng参shen查zha车ju盛cheng乐yue便pian校jiao系ji给ji还huan' +
  '厦xia解xie朝zhao地di佛fo翟zhai圩xu堡bu堡pu埔bu咀zui拓tuo弹tan谁shui茄qie泊bo覃qin召shao番pan荥ying浚xun莘shen仔zi牟mou晟sheng' +
  '陂bei粘nian栅shan刹cha大dai都dou蚌beng柏bo巷hang尉yu六lu铅yan任ren石shi了liao囤tun簿bu剥bo削xiao'

const entriesOf = (table: string): [string, string][] =>
  [...table.matchAll(/([^a-z])([a-z]+)/gu)].map(([, letter = '', syllable = '']) => [letter, syllable])

const FIRSTS = entriesOf(FIRST_OF_SYLLABLE)

const FURTHER_OF = new Map<string, string[]>()
for (const [letter, syllable] of entriesOf(FURTHER)) {
  FURTHER_OF.set(letter, [...(FURTHER_OF.get(letter) ?? []), syllable])
}

/** Returns the syllable that a character falls under; null for one that sorts before all of them. */
function firstReading(letter: string): string | null {
  let from = 0
  let to = FIRSTS.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (BY_READING.compare(FIRSTS[middle]![0], letter) <= 0) from = middle + 1
    else to = middle
  }
  return FIRSTS[from - 1]?.[1] ?? null
}

const known = new Map<string, readonly string[]>()

/** Returns the readings of a character without tones, ü written u, the usual one first; a non-Chinese character itself. */
export function readingsOf(letter: string): readonly string[] {
  const found = known.get(letter)
  if (found) return found
  const first = (/\p{Script=Han}/u.test(letter) && firstReading(letter)) || letter
  const readings = [...new Set([first, ...(FURTHER_OF.get(letter) ?? [])])]
  known.set(letter, readings)
  return readings
}
