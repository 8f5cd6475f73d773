/** Explanation of a difficult word 名词解释. Versioned data with source; `本系统解释`: our own wording. */
export interface Term {
  term: string
  /** Synonyms. */
  also?: readonly string[]
  meaning: string
  source: string
}

const OWN = '本系统解释'
const ACCOUNTS = '财会〔2023〕14号《农村集体经济组织会计制度》'
const DISCLOSURE = '农经发〔2011〕13号《农村集体经济组织财务公开规定》'
const ASSISTANCE = '《社会救助暂行办法》'

export const GLOSSARY = {
  checkedOn: '2026-11-26',
  terms: [
    { term: '期初余额', also: ['上期结转', '期初结余'], meaning: '这一期开始时账上还有多少钱，应当等于上一期的期末余额。', source: OWN },
    { term: '期末余额', also: ['期末结余'], meaning: '这一期结束时账上还剩多少钱：期初余额加收入减支出。', source: OWN },
    { term: '凭证', meaning: '证明这笔钱怎么来、怎么花的单据，像发票、收据、领款单。觉得不对，可以要求看原件。', source: OWN },
    { term: '民主理财小组', meaning: '村民选出来管账本的人：公开前先由他们看账，真不真、全不全由他们把关。', source: DISCLOSURE },
    { term: '监督委员会', meaning: '由村民推选、不在村（居）委会任职的人组成，监督村里的事和钱。', source: '《村民委员会组织法》第三十二条' },
    { term: '资产负债表', meaning: '一张表看家底：集体有什么、别人欠集体多少、集体欠别人多少、净剩多少。', source: ACCOUNTS },
    { term: '收益及收益分配表', also: ['收益分配表'], meaning: '一张表看一年挣了多少、怎么分的：留多少，分给大家多少。', source: ACCOUNTS },
    { term: '所有者权益', also: ['净资产'], meaning: '集体的全部家底减去欠的债，真正属于大家的那一部分。', source: ACCOUNTS },
    { term: '净值', meaning: '东西用旧了，值的钱会少：原来花的钱减去用旧掉的部分，就是净值。', source: ACCOUNTS },
    { term: '累计折旧', meaning: '房屋、机器从买来到现在，一共用旧掉了多少钱。', source: ACCOUNTS },
    { term: '货币资金', meaning: '手里的现金和银行里的存款。', source: ACCOUNTS },
    { term: '应收款项', meaning: '别人应当付给集体、还没有付的钱。', source: ACCOUNTS },
    { term: '未分配收益', meaning: '挣的钱里还没有分、留着以后分的那一部分。', source: ACCOUNTS },
    { term: '公积公益金', meaning: '从集体收益里留下来，用于以后发展和公共福利的钱。', source: ACCOUNTS },
    { term: '债权', also: ['应收款'], meaning: '别人欠集体、应当还的钱。', source: OWN },
    { term: '债务', also: ['应付款'], meaning: '集体欠别人、应当还的钱。', source: OWN },
    { term: '收益分配', meaning: '集体一年挣的钱怎么分。', source: DISCLOSURE },
    { term: '资源性资产', meaning: '集体的地、林、水面这些自然资源。', source: '《农村集体经济组织法》' },
    { term: '经营性资产', meaning: '集体用来挣钱的房屋、设备、投资等。', source: '《农村集体经济组织法》' },
    { term: '发包', meaning: '集体把地、鱼塘等租给人经营，收承包费。', source: OWN },
    { term: '一事一议', meaning: '村里要办的公益事，一件一件开会商量定，再筹钱筹劳。', source: OWN },
    { term: '转移支付', meaning: '上级财政拨给村里的钱。', source: OWN },
    { term: '专项资金', meaning: '指定了用途的钱，只能用在那件事上。', source: OWN },
    { term: '衔接资金', meaning: '巩固脱贫成果、衔接乡村振兴的财政专项资金。', source: OWN },
    { term: '最低生活保障', also: ['低保'], meaning: '家里人均收入低于当地低保标准、财产也符合规定的，按月补足生活费。', source: `${ASSISTANCE}第九条` },
    { term: '特困人员', also: ['特困供养', '五保'], meaning: '没有劳动能力、没有生活来源，又没有人赡养、抚养的老人、残疾人和孩子，由国家供养。', source: `${ASSISTANCE}第十四条` },
    { term: '临时救助', meaning: '遇上火灾、重病等急事，一时过不去的，给一次帮助。', source: `${ASSISTANCE}第四十七条` },
    { term: '监测对象', also: ['防返贫监测'], meaning: '有可能返贫或者因变故生活困难、需要重点帮扶的户。', source: OWN },
    { term: '耕地地力保护补贴', also: ['地力补贴'], meaning: '按承包的耕地面积发给农户，用来保护耕地的补贴。', source: OWN },
    { term: '高龄津贴', meaning: '到了当地规定年龄的老人，按月领的钱。', source: OWN },
    { term: '一卡通', meaning: '惠民惠农补贴统一发到户的银行卡。卡号不公开。', source: OWN },
  ] satisfies Term[], // prettier-ignore
} as const
