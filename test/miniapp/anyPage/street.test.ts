import { anyPageTests } from '../../support/anyPage/anyPageTests'
import { everyPage } from '../../support/browser/pages'
import { servedPhones } from '../../support/weapp/servedPhones'

/** People of a street and of the district open every page of the real weapp build by addresses of every kind. */
const { launch, library } = servedPhones('any-page-street')
anyPageTests(launch, () => everyPage(library()), 'weapp', ['street-clerk', 'district-office'])
