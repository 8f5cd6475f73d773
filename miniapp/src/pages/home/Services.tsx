import type { OrgRef } from '@shared/contract/people/org'
import type { OrgPage } from '@shared/contract/reading/site'
import { Ways } from '../../components/board/Ways'
import { isTenant } from '../../format/org'
import { routes } from '../../routes'

interface Props {
  org: OrgPage
  street: OrgRef | null
}

/** Links to other services of the board. */
export function Services({ org, street }: Props) {
  const services = [
    isTenant(org) && {
      name: '我要办 · 小微权力清单',
      text: '办什么事找谁、带什么、多久、怎么走',
      url: routes.powers(org.code),
    },
    isTenant(org) && {
      name: '公开日历',
      text: '该公开什么、哪天前公开、下次是哪天',
      url: routes.calendar(org.code),
    },
    isTenant(org) && {
      name: `${org.words.place}里正在办的事`,
      text: '每件事办到哪一步，结果是什么',
      url: routes.cases(org.code),
    },
    street && {
      name: `${street.name}公开目录`,
      text: '应当公开什么，谁公开，什么时候公开',
      url: routes.catalogue(org.code),
    },
    { name: '查找公示', text: '按事项、时间、关键词找', url: routes.search(org.code) },
    {
      name: '撤回与删除登记',
      text: '公开过又撤回、依法删除的，哪天、谁、为什么',
      url: routes.removals(org.code),
    },
    { name: '长辈版', text: '字大一些，按钮大一些', url: routes.mine() },
  ].filter(service => service !== null && service !== false)
  return <Ways ways={services} />
}
