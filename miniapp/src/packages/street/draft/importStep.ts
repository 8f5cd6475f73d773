import type { DraftPage } from '@shared/contract/catalogues/catalogueDraft'
import { routes } from '../../../routes'

/** Returns the breadcrumb of the page from which a draft was imported. */
export const importStep = ({ orgCode, orgName, ofVillage }: DraftPage) =>
  ofVillage
    ? { label: `${orgName}公开目录`, url: routes.villageCatalogue(orgCode) }
    : { label: `${orgName}导入目录`, url: routes.importCatalogue(orgCode) }
