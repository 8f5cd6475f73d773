import { anyPageTests } from '../../support/anyPage/anyPageTests'
import { everyPage } from '../../support/browser/pages'
import { servedPhones } from '../../support/weapp/servedPhones'

/** Administrators open every page of the real weapp build by addresses of every kind. */
const { launch, library } = servedPhones('any-page-admins')
anyPageTests(launch, () => everyPage(library()), 'weapp', ['system-admin', 'security-admin', 'audit-admin'])
