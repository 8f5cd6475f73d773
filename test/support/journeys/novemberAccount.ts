/** Twelve entries of a village's month, as the accountant has them on paper: day, item, income or expense, voucher. */
export interface Entry {
  day: number
  item: string
  income?: string
  expense?: string
  voucher: string
}

const entry = (day: number, item: string, expense: string, voucher: string): Entry => ({ day, item, expense, voucher }) // prettier-ignore

export const HANDLER = '陈*'

export const NOVEMBER: readonly Entry[] = [
  { day: 3, item: '光伏电站发电收入', income: '7515', voucher: '001' },
  entry(5, '保洁员劳务费', '5820', '002'),
  entry(6, '垃圾清运费', '3476', '003'),
  entry(9, '路灯电费', '912.5', '004'),
  entry(11, '办公用电费', '547.3', '005'),
  entry(12, '办公网络费', '151', '006'),
  { day: 16, item: '上级拨付村级组织运转经费', income: '10863', voucher: '007' },
  entry(17, '道路修补人工及材料费', '3860.5', '008'),
  entry(19, '慰问困难群众物资', '1680', '009'),
  entry(23, '办公用品购置', '386', '010'),
  entry(25, '会议资料印制', '256', '011'),
  entry(27, '公示栏更换维护', '190', '012'),
]

/** Total of each side, as the page writes it. */
export const SUMS = { income: '18,378.00', expense: '17,279.30' }
