import type { Desk } from '@shared/contract/people/todo'
import { routes } from '../../routes'

interface DeskPage {
  label: string
  url: (org: string) => string
}

/** Label and page of each desk; which of them a person sees comes from the server. */
export const DESK_PAGES: Record<Desk, DeskPage> = {
  notices: { label: '公示', url: org => routes.work({ view: 'notices', org }) },
  obligations: { label: '公开任务', url: routes.obligations },
  matrix: { label: '公开情况', url: routes.matrix },
  objections: { label: '异议', url: routes.objectionWork },
  applications: { label: '公开申请', url: routes.applicationDesk },
  discrepancies: { label: '两边不一致', url: routes.discrepancies },
  inspections: { label: '抽查', url: routes.inspections },
  cases: { label: '小微权力', url: routes.workCases },
  'model-list': { label: '示范清单', url: routes.keepPowers },
  catalogue: { label: '村里的目录', url: routes.villageCatalogue },
  'village-catalogues': { label: '各村目录', url: routes.villageCatalogues },
  'catalogue-import': { label: '导入目录', url: routes.importCatalogue },
  roster: { label: '村民名册', url: routes.roster },
  claims: { label: '村民认证', url: routes.residencyClaims },
  contacts: { label: '机构与联系人', url: routes.contacts },
  removals: { label: '撤回与删除', url: routes.removalDesk },
  grants: { label: '任职', url: routes.grants },
  accounts: { label: '账号', url: routes.accounts },
  holidays: { label: '放假安排', url: routes.holidays },
  audit: { label: '操作日志', url: routes.auditLog },
  jobs: { label: '后台任务', url: routes.failedJobs },
}
