import { PLACE_HAS } from '@shared/facts/reading/readingPlaces'
import type { ReadingPlace } from '@shared/contract/reading/zone'
import { SEED_STREETS } from '../orgs'

/** Reading places 查阅点 of the first street; all of it is fictional. */
export function seedZones(): { _id: string; places: ReadingPlace[] }[] {
  const street = SEED_STREETS[0]!
  const { phone } = street
  const village = street.villages[0]!
  return [
    {
      _id: street.code,
      places: [
        {
          kind: 'hall',
          name: `${street.name}便民服务中心政务公开专区`,
          address: `${street.name}东大街 1 号一楼`,
          hours: '工作日 9:00—12:00，13:30—17:30',
          phone,
          has: [...PLACE_HAS],
        },
        {
          kind: 'station',
          name: `${village.name}便民服务站`,
          address: `${village.name}村委会院内`,
          hours: '工作日 9:00—12:00',
          phone: village.phone,
          has: ['公开指南和目录', '申请表和代写', '免费打印复印'],
        },
      ],
    },
  ]
}
